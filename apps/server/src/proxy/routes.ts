import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type DomainKind, isListedUrl, PROXY_MEDIA_TYPE } from '@sampan/protocol'
import { createRequestProxy, ProxyError } from '@sampan/request-proxy'
import type { ProgramStore } from '../catalogue/store'
import { sendProblem } from '../http/problems'

/** The lists of a program; undefined if there is none. */
export type FindDomains = (appId: string) => Promise<Record<DomainKind, string[]> | undefined>

/** `POST /proxy`: requests of programs that the browser would stop. Only to servers that the program registered. */
export function addProxyRoutes(
  app: FastifyInstance,
  programs: ProgramStore,
  findDomains: FindDomains = async () => undefined,
): void {
  const proxy = createRequestProxy({
    reach: 'public',
    async checkUrl(url, { appId, kind }) {
      const all = programs.find(appId)?.summary.domains ?? (await findDomains(appId))
      const domains = all?.[kind] ?? []
      return isListedUrl(url.href, domains, kind)
        ? undefined
        : new ProxyError('not-in-domain-list', 'url not in domain list')
    },
  })
  app.addHook('onClose', async () => proxy.close())
  // The proxy reads the body itself, as it comes.
  app.addContentTypeParser(PROXY_MEDIA_TYPE, (_request, _payload, done) => done(null))
  app.post('/proxy', async (request, reply) => {
    if (!isFromOwnPage(request)) return sendProblem(reply, 'forbidden', 'Another site asked')
    reply.hijack()
    await proxy.handle(request.raw, reply.raw)
    return reply
  })
}

function isFromOwnPage({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const { origin } = headers
  // Sandboxed frames send `null`.
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === headers.host)
}
