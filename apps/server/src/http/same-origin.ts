import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from './refusal'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Nobody changes anything through another site's page: a browser that sends our cookie has to come from our own. */
export function requireSameOrigin(app: FastifyInstance, baseUrl: () => string): void {
  app.addHook('onRequest', async (request) => {
    if (SAFE_METHODS.has(request.method) || request.headers.cookie === undefined) return
    if (!isFromHere(request, baseUrl()))
      throw new Refusal('forbidden', 'This request comes from another site')
  })
}

/** Behind a balancer, `host` may be a name that browsers do not know. */
function isFromHere({ headers }: FastifyRequest, baseUrl: string): boolean {
  const { origin, host } = headers
  if (origin !== undefined && origin === baseUrl) return true
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === host
  return headers['sec-fetch-site'] === 'same-origin'
}
