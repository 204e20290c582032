import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import { appIdSchema } from '../programs/routes'
import type { ReleaseService } from './service'

const params = z.object({ appId: appIdSchema })
const oneParams = params.extend({ id: z.uuid() })
const percent = z.int().min(1).max(100)

/** `/api/programs/:appId/releases` and `…/service`. */
export function addReleaseRoutes(
  instance: FastifyInstance,
  service: ReleaseService,
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['releases']
  const base = '/api/programs/:appId/releases'

  app.get(base, { schema: { tags, params } }, async (request) =>
    service.read(await requireAsker(sessions, request), request.params.appId),
  )
  app.post(
    base,
    {
      schema: {
        tags,
        params,
        body: z.object({
          versionId: z.uuid(),
          // None but members, with `membersFirst`.
          percent: z.int().min(0).max(100),
          membersFirst: z.boolean().default(false),
        }),
      },
    },
    async (request, reply) => {
      const asker = await requireAsker(sessions, request)
      return reply.code(201).send(await service.release(asker, request.params.appId, request.body))
    },
  )
  app.post(
    `${base}/:id/steps`,
    {
      schema: {
        tags,
        params: oneParams,
        body: z.discriminatedUnion('action', [
          z.object({ action: z.literal('widen'), percent }),
          z.object({ action: z.enum(['pause', 'resume', 'cancel']) }),
        ]),
      },
    },
    async (request) => {
      const { appId, id } = request.params
      return service.step(await requireAsker(sessions, request), appId, id, request.body)
    },
  )
  app.post(`${base}/:id/roll-back`, { schema: { tags, params: oneParams } }, async (request) => {
    const { appId, id } = request.params
    return service.rollBack(await requireAsker(sessions, request), appId, id)
  })
  app.put(
    '/api/programs/:appId/service',
    {
      schema: {
        tags,
        params,
        body: z.object({
          isPaused: z.boolean(),
          pauseNotice: z.string().max(200).default(''),
          isSearchable: z.boolean(),
          minimumReleaseId: z.uuid().nullable(),
        }),
      },
    },
    async (request) =>
      service.saveService(await requireAsker(sessions, request), request.params.appId, request.body),
  )
}
