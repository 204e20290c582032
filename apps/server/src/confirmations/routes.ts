import type { ConfirmedAction } from '@sampan/platform-api'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import { CONFIRMED_ACTIONS } from './rules/confirmed-actions'
import type { ConfirmationService } from './service'

const actionSchema = z.enum(Object.keys(CONFIRMED_ACTIONS) as [ConfirmedAction, ...ConfirmedAction[]])
/** See `confirmationSubject`. */
const subjectSchema = z
  .string()
  .max(400)
  .regex(/^wx[0-9a-f]{16}(\/([\w.!~*'()-]|%[0-9A-F]{2})*(\/[a-z+]+)?)?$/)
  .refine((subject) => {
    try {
      return decodeURIComponent(subject) !== ''
    } catch {
      return false
    }
  })
const codeSchema = z.object({ code: z.string().regex(/^[\w-]{20,40}$/) })

/** `/api/confirmations`: asked for in the console, decided on the phone. */
export function addConfirmationRoutes(
  instance: FastifyInstance,
  service: ConfirmationService,
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['confirmations']

  app.post(
    '/api/confirmations',
    { schema: { tags, body: z.object({ action: actionSchema, subject: subjectSchema }) } },
    async (request, reply) => {
      const asker = await requireAsker(sessions, request)
      const asked = await service.ask(asker, request.body, request.headers['user-agent'])
      return reply.code(201).send(asked)
    },
  )
  app.get(
    '/api/confirmations/:id',
    { schema: { tags, params: z.object({ id: z.uuid() }) } },
    async (request) => service.read(await requireAsker(sessions, request), request.params.id),
  )
  app.get('/api/confirmations/by-code/:code', { schema: { tags, params: codeSchema } }, async (request) =>
    service.readByCode(await requireAsker(sessions, request), request.params.code),
  )
  app.post(
    '/api/confirmations/by-code/:code/decision',
    { schema: { tags, params: codeSchema, body: z.object({ approve: z.boolean() }) } },
    async (request) =>
      service.decide(await requireAsker(sessions, request), request.params.code, request.body.approve),
  )
}
