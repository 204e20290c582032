import type { GivenRole } from '@sampan/platform-api'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import { appIdSchema } from '../programs/routes'
import type { HandOverService } from './hand-over'
import { GIVEN_ROLES } from './rules/role-change'
import type { MemberService } from './service'

const programSchema = z.object({ appId: appIdSchema })
const memberSchema = programSchema.extend({ userId: z.string().regex(/^[\w-]{1,64}$/) })
const roleSchema = z.array(z.enum(GIVEN_ROLES)).max(GIVEN_ROLES.length)

/** In one order, each once. */
const sortRoles = (roles: GivenRole[]) => GIVEN_ROLES.filter((role) => roles.includes(role))
export const rolesSchema = roleSchema.min(1).transform(sortRoles)
const noneOrRolesSchema = roleSchema.transform(sortRoles)

/** `/api/programs/:appId/members`, and the offer by which the administrator changes. */
export function addMemberRoutes(
  instance: FastifyInstance,
  { members, handOver }: { members: MemberService; handOver: HandOverService },
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['members']

  app.get('/api/programs/:appId/members', { schema: { tags, params: programSchema } }, async (request) =>
    members.list(await requireAsker(sessions, request), request.params.appId),
  )
  app.post(
    '/api/programs/:appId/members',
    {
      schema: {
        tags,
        params: programSchema,
        body: z.object({ email: z.email().max(254), roles: rolesSchema }),
      },
    },
    async (request) => {
      const { email, roles } = request.body
      return members.add(await requireAsker(sessions, request), request.params.appId, email, roles)
    },
  )
  app.put(
    '/api/programs/:appId/members/:userId/roles',
    { schema: { tags, params: memberSchema, body: z.object({ roles: rolesSchema }) } },
    async (request) => {
      const { appId, userId } = request.params
      return members.changeRoles(await requireAsker(sessions, request), appId, userId, request.body.roles)
    },
  )
  app.delete(
    '/api/programs/:appId/members/:userId',
    { schema: { tags, params: memberSchema } },
    async (request, reply) => {
      const { appId, userId } = request.params
      const left = await members.remove(await requireAsker(sessions, request), appId, userId)
      return left ?? reply.code(204).send()
    },
  )
  app.post(
    '/api/programs/:appId/administrator-offer',
    {
      schema: {
        tags,
        params: programSchema,
        body: z.object({ userId: memberSchema.shape.userId, stayAs: noneOrRolesSchema }),
      },
    },
    async (request) => {
      const { userId, stayAs } = request.body
      return handOver.offer(await requireAsker(sessions, request), request.params.appId, userId, stayAs)
    },
  )
  app.delete(
    '/api/programs/:appId/administrator-offer',
    { schema: { tags, params: programSchema } },
    async (request) => handOver.withdraw(await requireAsker(sessions, request), request.params.appId),
  )
  app.post(
    '/api/programs/:appId/administrator-offer/acceptance',
    { schema: { tags, params: programSchema } },
    async (request) => handOver.takeOver(await requireAsker(sessions, request), request.params.appId),
  )
}
