import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import { appIdSchema } from '../programs/routes'
import type { DomainService } from './service'

const params = z.object({ appId: appIdSchema })
const revision = z.number().int().min(1).max(2_147_483_647)
const list = z.array(z.string().max(300)).max(500)

/** `/api/programs/:appId/domains` */
export function addDomainRoutes(instance: FastifyInstance, service: DomainService, sessions: Sessions): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['domains']
  const base = '/api/programs/:appId/domains'

  app.get(base, { schema: { tags, params } }, async (request) =>
    service.read(await requireAsker(sessions, request), request.params.appId),
  )
  app.put(
    `${base}/servers`,
    {
      schema: {
        tags,
        params,
        body: z.object({
          revision,
          lists: z.object({
            request: list,
            socket: list,
            upload: list,
            download: list,
            udp: list,
            tcp: list,
            dnsPrefetch: list,
          }),
          icpNumbers: z.record(z.string().max(253), z.string().max(60)).default({}),
        }),
      },
    },
    async (request) =>
      service.saveServers(await requireAsker(sessions, request), request.params.appId, request.body),
  )
  app.put(
    `${base}/web-view`,
    { schema: { tags, params, body: z.object({ revision, domains: list }) } },
    async (request) =>
      service.saveWebView(await requireAsker(sessions, request), request.params.appId, request.body),
  )
  app.get(`${base}/backends`, { schema: { tags, params } }, async (request) => ({
    backends: await service.listBackends(await requireAsker(sessions, request), request.params.appId),
  }))
  app.post(`${base}/backends/measurement`, { schema: { tags, params } }, async (request) => ({
    backends: await service.measure(await requireAsker(sessions, request), request.params.appId),
  }))
}
