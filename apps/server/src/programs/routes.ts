import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import type { ProgramService } from './service'

export const appIdSchema = z.string().regex(/^wx[0-9a-f]{16}$/)

/** `/api/programs`: the programs that one works on. */
export function addProgramRoutes(
  instance: FastifyInstance,
  service: ProgramService,
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['programs']

  app.get(
    '/api/programs',
    {
      schema: {
        tags,
        querystring: z.object({
          query: z.string().max(100).default(''),
          before: appIdSchema.optional(),
          limit: z.coerce.number().int().min(1).max(50).default(20),
        }),
      },
    },
    async (request) => service.list(await requireAsker(sessions, request), request.query),
  )
  app.post(
    '/api/programs',
    { schema: { tags, body: z.object({ entityId: z.uuid() }) } },
    async (request, reply) => {
      const program = await service.create(await requireAsker(sessions, request), request.body.entityId)
      return reply.code(201).send(program)
    },
  )
  app.get(
    '/api/programs/:appId',
    { schema: { tags, params: z.object({ appId: appIdSchema }) } },
    async (request) => service.read(await requireAsker(sessions, request), request.params.appId),
  )
}
