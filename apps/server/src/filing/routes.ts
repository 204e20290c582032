import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { MOST_DOCUMENT_BYTES } from '../documents/media-type'
import { sendPaper } from '../http/send-paper'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import { appIdSchema } from '../programs/routes'
import type { FilingChecks } from './checks'
import type { FilingService } from './service'

const programSchema = z.object({ appId: appIdSchema })
const documentSchema = programSchema.extend({ document: z.string().max(60) })
const revision = z.int().min(1)

/** `/api/programs/:appId/filing`. */
export function addFilingRoutes(
  instance: FastifyInstance,
  { service, checks }: { service: FilingService; checks: FilingChecks },
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['filing']

  app.get('/api/programs/:appId/filing', { schema: { tags, params: programSchema } }, async (request) =>
    service.read(await requireAsker(sessions, request), request.params.appId),
  )
  app.post(
    '/api/programs/:appId/filing',
    { schema: { tags, params: programSchema } },
    async (request, reply) => {
      const asker = await requireAsker(sessions, request)
      return reply.code(201).send(await service.begin(asker, request.params.appId))
    },
  )
  app.put(
    '/api/programs/:appId/filing/answers',
    {
      schema: {
        tags,
        params: programSchema,
        body: z.object({ revision, answers: z.record(z.string().max(60), z.string().max(2000)) }),
      },
    },
    async (request) => {
      const asker = await requireAsker(sessions, request)
      const { body, params } = request
      return service.saveAnswers(asker, params.appId, body.revision, body.answers)
    },
  )
  app.put(
    '/api/programs/:appId/filing/documents/:document',
    {
      schema: { tags, params: documentSchema, consumes: ['image/jpeg', 'image/png'] },
      bodyLimit: MOST_DOCUMENT_BYTES,
    },
    async (request) => {
      const { appId, document } = request.params
      const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      return service.saveDocument(await requireAsker(sessions, request), appId, document, content)
    },
  )
  app.get(
    '/api/programs/:appId/filing/documents/:document',
    { schema: { tags, params: documentSchema } },
    async (request, reply) => {
      const { appId, document } = request.params
      return sendPaper(
        reply,
        await service.readDocument(await requireAsker(sessions, request), appId, document),
      )
    },
  )
  app.post(
    '/api/programs/:appId/filing/submission',
    { schema: { tags, params: programSchema, body: z.object({ revision }) } },
    async (request) =>
      service.submit(await requireAsker(sessions, request), request.params.appId, request.body.revision),
  )
  app.post(
    '/api/programs/:appId/filing/steps',
    {
      schema: {
        tags,
        params: programSchema,
        body: z.object({
          revision,
          action: z.enum(['withdraw', 'correct', 'change', 'give-up-change', 'begin-again']),
        }),
      },
    },
    async (request) => {
      const asker = await requireAsker(sessions, request)
      const { body, params } = request
      return service.takeStep(asker, params.appId, body.revision, body.action)
    },
  )
  app.post(
    '/api/programs/:appId/filing/cancellation',
    {
      schema: {
        tags,
        params: programSchema,
        body: z.object({
          revision,
          kind: z.enum(['cancel-entity', 'cancel-service', 'cancel-access']),
          number: z.string().max(60),
        }),
      },
    },
    async (request) =>
      service.cancel(await requireAsker(sessions, request), request.params.appId, request.body),
  )
  app.post(
    '/api/programs/:appId/filing/face-tasks',
    { schema: { tags, params: programSchema } },
    async (request, reply) => {
      const asker = await requireAsker(sessions, request)
      return reply.code(201).send(await checks.startFace(asker, request.params.appId))
    },
  )
}

/** What people without an account answer on their phones: the link is all they have. */
export function addFilingCheckRoutes(instance: FastifyInstance, checks: FilingChecks): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['filing']
  const faceSchema = z.object({ code: z.string().max(60) })
  const smsSchema = z.object({ id: z.uuid() })

  app.get('/api/filing-faces/:code', { schema: { tags, params: faceSchema } }, (request) =>
    checks.readFace(request.params.code),
  )
  app.post(
    '/api/filing-faces/:code',
    { schema: { tags, params: faceSchema, body: z.object({ passed: z.boolean() }) } },
    (request) => checks.simulateFace(request.params.code, request.body.passed, request.ip),
  )
  app.get('/api/filing-checks/:id', { schema: { tags, params: smsSchema } }, (request) =>
    checks.readSms(request.params.id),
  )
  app.post(
    '/api/filing-checks/:id',
    {
      schema: {
        tags,
        params: smsSchema,
        body: z.object({
          code: z.string().max(10),
          phone: z.string().max(30),
          identityEnd: z.string().max(10),
        }),
      },
    },
    (request) => checks.answerSms(request.params.id, request.body),
  )
}
