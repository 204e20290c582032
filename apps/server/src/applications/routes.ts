import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { MOST_DOCUMENT_BYTES } from '../documents/media-type'
import { sendPaper } from '../http/send-paper'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import { appIdSchema } from '../programs/routes'
import type { ApplicationReview } from './review'
import type { ApplicationService } from './service'

const programSchema = z.object({ appId: appIdSchema })
const oneSchema = programSchema.extend({ id: z.uuid() })
const paperSchema = oneSchema.extend({ paper: z.string().max(60) })
const revision = z.int().min(1)

/** `/api/programs/:appId/applications` and the reviewers’ `/api/review/applications`. */
export function addApplicationRoutes(
  instance: FastifyInstance,
  { service, review }: { service: ApplicationService; review: ApplicationReview },
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['applications']

  app.get('/api/programs/:appId/applications', { schema: { tags, params: programSchema } }, async (request) =>
    service.list(await requireAsker(sessions, request), request.params.appId),
  )
  app.post(
    '/api/programs/:appId/applications',
    {
      schema: {
        tags,
        params: programSchema,
        body: z.object({ kind: z.enum(['name', 'category']), value: z.string().max(200) }),
      },
    },
    async (request, reply) => {
      const { kind, value } = request.body
      const asker = await requireAsker(sessions, request)
      return reply.code(201).send(await service.create(asker, request.params.appId, kind, value))
    },
  )
  app.put(
    '/api/programs/:appId/applications/:id/papers/:paper',
    {
      schema: { tags, params: paperSchema, consumes: ['image/jpeg', 'image/png'] },
      bodyLimit: MOST_DOCUMENT_BYTES,
    },
    async (request) => {
      const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      return service.addPaper(await requireAsker(sessions, request), request.params, content)
    },
  )
  app.get(
    '/api/programs/:appId/applications/:id/papers/:paper',
    { schema: { tags, params: paperSchema } },
    async (request, reply) =>
      sendPaper(reply, await service.readPaper(await requireAsker(sessions, request), request.params)),
  )
  app.post(
    '/api/programs/:appId/applications/:id/steps',
    {
      schema: {
        tags,
        params: oneSchema,
        body: z.object({ revision, action: z.enum(['submit', 'withdraw']) }),
      },
    },
    async (request) => {
      const { body, params } = request
      return service.takeStep(await requireAsker(sessions, request), params, body.revision, body.action)
    },
  )
  app.delete(
    '/api/programs/:appId/applications/:id',
    { schema: { tags, params: oneSchema } },
    async (request, reply) => {
      await service.remove(await requireAsker(sessions, request), request.params)
      return reply.code(204).send()
    },
  )
  addReviewRoutes(instance, review, sessions)
}

function addReviewRoutes(instance: FastifyInstance, review: ApplicationReview, sessions: Sessions): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['review']
  const params = z.object({ id: z.uuid() })

  app.get(
    '/api/review/applications',
    {
      schema: {
        tags,
        querystring: z.object({
          before: z.uuid().optional(),
          limit: z.coerce.number().int().min(1).max(50).default(20),
        }),
      },
    },
    async (request) => review.list(await requireAsker(sessions, request), request.query),
  )
  app.get('/api/review/applications/:id', { schema: { tags, params } }, async (request) =>
    review.read(await requireAsker(sessions, request), request.params.id),
  )
  app.get(
    '/api/review/applications/:id/papers/:paper',
    { schema: { tags, params: params.extend({ paper: z.string().max(60) }) } },
    async (request, reply) => {
      const { id, paper } = request.params
      return sendPaper(reply, await review.readPaper(await requireAsker(sessions, request), id, paper))
    },
  )
  app.post(
    '/api/review/applications/:id/steps',
    {
      schema: {
        tags,
        params,
        body: z.object({
          revision,
          action: z.enum(['approve', 'send-back']),
          reason: z.string().max(500).default(''),
        }),
      },
    },
    async (request) => review.decide(await requireAsker(sessions, request), request.params.id, request.body),
  )
}
