import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from './refusal'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Nobody changes anything through another site's page: a browser that sends our cookie has to come from our own. */
export function requireSameOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (SAFE_METHODS.has(request.method) || request.headers.cookie === undefined) return
    if (!isFromHere(request)) throw new Refusal('forbidden', 'This request comes from another site')
  })
}

function isFromHere({ headers }: FastifyRequest): boolean {
  const { origin, host } = headers
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === host
  return headers['sec-fetch-site'] === 'same-origin'
}
