import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { MOST_DOCUMENT_BYTES } from '../documents/media-type'
import { sendPaper } from '../http/send-paper'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import type { EntityReview } from './review'
import type { EntityService } from './service'

const idSchema = z.object({ id: z.uuid() })
const documentSchema = idSchema.extend({ document: z.string().max(60) })
const revisionSchema = z.int().min(1)
const kindSchema = z.enum([
  'individual',
  'company',
  'individual-business',
  'government',
  'media',
  'other-organisation',
  'overseas',
])
const routeSchema = z.enum(['none', 'remittance', 'agent-review', 'legal-person-face'])
const reasonSchema = z.string().max(500).default('')

/** `/api/entity-kinds`, `/api/entities` and the reviewers' `/api/review/entities`. */
export function addEntityRoutes(
  instance: FastifyInstance,
  { service, review }: { service: EntityService; review: EntityReview },
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['entities']

  app.get('/api/entity-kinds', { schema: { tags } }, () => ({ kinds: service.kinds() }))

  app.get('/api/entities', { schema: { tags } }, async (request) => ({
    entities: await service.listMine(await requireAsker(sessions, request)),
  }))
  app.post(
    '/api/entities',
    { schema: { tags, body: z.object({ kind: kindSchema }) } },
    async (request, reply) => {
      const entity = await service.create(await requireAsker(sessions, request), request.body.kind)
      return reply.code(201).send(entity)
    },
  )
  app.get('/api/entities/:id', { schema: { tags, params: idSchema } }, async (request) =>
    service.read(await requireAsker(sessions, request), request.params.id),
  )
  app.put(
    '/api/entities/:id/answers',
    {
      schema: {
        tags,
        params: idSchema,
        body: z.object({
          revision: revisionSchema,
          answers: z.record(z.string().max(60), z.string().max(2000)),
        }),
      },
    },
    async (request) => {
      const { revision, answers } = request.body
      return service.saveAnswers(await requireAsker(sessions, request), request.params.id, revision, answers)
    },
  )
  app.put(
    '/api/entities/:id/documents/:document',
    {
      schema: { tags, params: documentSchema, consumes: ['image/jpeg', 'image/png'] },
      bodyLimit: MOST_DOCUMENT_BYTES,
    },
    async (request) => {
      const { id, document } = request.params
      const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      return service.saveDocument(await requireAsker(sessions, request), id, document, content)
    },
  )
  app.get(
    '/api/entities/:id/documents/:document',
    { schema: { tags, params: documentSchema } },
    async (request, reply) => {
      const { id, document } = request.params
      const found = await service.readDocument(await requireAsker(sessions, request), id, document)
      return sendPaper(reply, found)
    },
  )
  app.post(
    '/api/entities/:id/submission',
    { schema: { tags, params: idSchema, body: z.object({ revision: revisionSchema, route: routeSchema }) } },
    async (request) => {
      const { revision, route } = request.body
      return service.submit(await requireAsker(sessions, request), request.params.id, revision, route)
    },
  )
  app.post(
    '/api/entities/:id/steps',
    {
      schema: {
        tags,
        params: idSchema,
        body: z.object({
          revision: revisionSchema,
          action: z.enum(['withdraw', 'renew', 'approve', 'send-back', 'refuse']),
          reason: reasonSchema,
        }),
      },
    },
    async (request) => {
      const { revision, action, reason } = request.body
      const asker = await requireAsker(sessions, request)
      return action === 'withdraw' || action === 'renew'
        ? service.takeStep(asker, request.params.id, revision, action, reason)
        : review.decide(asker, request.params.id, revision, action, reason)
    },
  )
  app.post(
    '/api/entities/:id/phone-contacts',
    {
      schema: {
        tags,
        params: idSchema,
        body: z.object({ outcome: z.enum(['reached', 'no-answer', 'wrong-number']), note: reasonSchema }),
      },
    },
    async (request) => {
      const { outcome, note } = request.body
      return review.notePhoneContact(await requireAsker(sessions, request), request.params.id, outcome, note)
    },
  )
  app.post(
    '/api/simulation/entities/:id/verification',
    {
      schema: {
        tags: ['operator'],
        params: idSchema,
        body: z.object({ passed: z.boolean(), reason: reasonSchema }),
      },
    },
    async (request) => {
      const { passed, reason } = request.body
      return review.answerVerification(
        await requireAsker(sessions, request),
        request.params.id,
        passed,
        reason,
      )
    },
  )
  app.get('/api/review/entities', { schema: { tags: ['review'] } }, async (request) => ({
    entities: await review.listWaiting(await requireAsker(sessions, request)),
  }))
}
