import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import { appIdSchema } from '../programs/routes'
import type { CredentialService } from './service'

const params = z.object({ appId: appIdSchema })

/** `/api/programs/:appId/credentials`. All changes are confirmed by a scan. */
export function addCredentialRoutes(
  instance: FastifyInstance,
  service: CredentialService,
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['credentials']
  const base = '/api/programs/:appId/credentials'

  app.get(base, { schema: { tags, params } }, async (request) =>
    service.read(await requireAsker(sessions, request), request.params.appId),
  )
  app.post(
    `${base}/app-secret`,
    { schema: { tags, params, body: z.object({ reset: z.boolean() }) } },
    async (request, reply) => {
      const asker = await requireAsker(sessions, request)
      return reply
        .code(201)
        .send(await service.makeAppSecret(asker, request.params.appId, request.body.reset))
    },
  )
  app.put(
    `${base}/app-secret/frozen`,
    { schema: { tags, params, body: z.object({ isFrozen: z.boolean() }) } },
    async (request, reply) => {
      const asker = await requireAsker(sessions, request)
      await service.freezeAppSecret(asker, request.params.appId, request.body.isFrozen)
      return reply.code(204).send()
    },
  )
  app.post(`${base}/upload-key`, { schema: { tags, params } }, async (request, reply) => {
    const asker = await requireAsker(sessions, request)
    return reply.code(201).send(await service.makeUploadKey(asker, request.params.appId))
  })
  app.delete(`${base}/upload-key`, { schema: { tags, params } }, async (request, reply) => {
    await service.removeUploadKey(await requireAsker(sessions, request), request.params.appId)
    return reply.code(204).send()
  })
  app.put(
    `${base}/allow-list`,
    {
      schema: {
        tags,
        params,
        body: z.object({ isOn: z.boolean(), addresses: z.array(z.string().max(50)).max(1000) }),
      },
    },
    async (request, reply) => {
      const asker = await requireAsker(sessions, request)
      await service.saveAllowList(asker, request.params.appId, request.body)
      return reply.code(204).send()
    },
  )
}
