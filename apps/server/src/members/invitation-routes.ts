import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import { appIdSchema } from '../programs/routes'
import type { InvitationService } from './invitations'
import { rolesSchema } from './routes'
import { MOST_INVITATION_USES } from './rules/role-change'

const programSchema = z.object({ appId: appIdSchema })
/** In the body, so that it is in no log of addresses. */
const tokenSchema = z.object({ token: z.string().regex(/^[\w-]{20,60}$/) })

/** `/api/programs/:appId/invitations`, and what the link of one leads to. */
export function addInvitationRoutes(
  instance: FastifyInstance,
  service: InvitationService,
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['members']

  app.get(
    '/api/programs/:appId/invitations',
    {
      schema: {
        tags,
        params: programSchema,
        querystring: z.object({
          before: z.uuid().optional(),
          limit: z.coerce.number().int().min(1).max(50).default(20),
        }),
      },
    },
    async (request) =>
      service.list(await requireAsker(sessions, request), request.params.appId, request.query),
  )
  app.post(
    '/api/programs/:appId/invitations',
    {
      schema: {
        tags,
        params: programSchema,
        body: z.object({
          roles: rolesSchema,
          mostUses: z.int().min(1).max(MOST_INVITATION_USES).default(1),
        }),
      },
    },
    async (request, reply) => {
      const { roles, mostUses } = request.body
      const asker = await requireAsker(sessions, request)
      return reply.code(201).send(await service.create(asker, request.params.appId, roles, mostUses))
    },
  )
  app.delete(
    '/api/programs/:appId/invitations/:id',
    { schema: { tags, params: programSchema.extend({ id: z.uuid() }) } },
    async (request, reply) => {
      await service.revoke(await requireAsker(sessions, request), request.params.appId, request.params.id)
      return reply.code(204).send()
    },
  )
  app.post('/api/invitations/preview', { schema: { tags, body: tokenSchema } }, async (request) =>
    service.preview(request.body.token),
  )
  app.post('/api/invitations/acceptance', { schema: { tags, body: tokenSchema } }, async (request) =>
    service.accept(await requireAsker(sessions, request), request.body.token),
  )
}
