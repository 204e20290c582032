import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import { appIdSchema } from '../programs/routes'
import type { CodeReviewDesk } from './review'
import { REVIEW_LIMITS } from './rules/review-steps'
import type { CodeReviewService } from './service'

const params = z.object({ appId: appIdSchema })
const revision = z.int().min(1)
const pageSchema = z.object({ path: z.string().max(200), title: z.string().trim().min(1).max(32) })
const formSchema = z.object({
  pages: z.array(pageSchema).max(REVIEW_LIMITS.mostPages).default([]),
  notes: z.string().max(1000).default(''),
  testAccount: z.string().max(200).default(''),
})

/** `/api/programs/:appId/reviews` and the reviewers’ `/api/review/code-reviews`. */
export function addCodeReviewRoutes(
  instance: FastifyInstance,
  { service, desk }: { service: CodeReviewService; desk: CodeReviewDesk },
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['reviews']
  const base = '/api/programs/:appId/reviews'

  app.get(base, { schema: { tags, params } }, async (request) =>
    service.list(await requireAsker(sessions, request), request.params.appId),
  )
  app.get(
    `${base}/check`,
    { schema: { tags, params, querystring: z.object({ versionId: z.uuid() }) } },
    async (request) =>
      service.check(await requireAsker(sessions, request), request.params.appId, request.query.versionId),
  )
  app.post(
    base,
    { schema: { tags, params, body: z.object({ versionId: z.uuid(), form: formSchema }) } },
    async (request, reply) => {
      const asker = await requireAsker(sessions, request)
      return reply.code(201).send(await service.submit(asker, request.params.appId, request.body))
    },
  )
  app.post(
    `${base}/:id/steps`,
    {
      schema: {
        tags,
        params: params.extend({ id: z.uuid() }),
        body: z.object({
          revision,
          action: z.enum(['withdraw', 'expedite', 'appeal']),
          reason: z.string().max(500).default(''),
        }),
      },
    },
    async (request) => service.step(await requireAsker(sessions, request), request.params, request.body),
  )
  addDeskRoutes(instance, desk, sessions)
}

function addDeskRoutes(instance: FastifyInstance, desk: CodeReviewDesk, sessions: Sessions): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['review']
  const oneParams = z.object({ id: z.uuid() })

  app.get('/api/review/rules', { schema: { tags } }, async (request) =>
    desk.listRules(await requireAsker(sessions, request)),
  )
  app.get(
    '/api/review/code-reviews',
    {
      schema: {
        tags,
        querystring: z.object({
          before: z.uuid().optional(),
          limit: z.coerce.number().int().min(1).max(50).default(20),
        }),
      },
    },
    async (request) => desk.list(await requireAsker(sessions, request), request.query),
  )
  app.get('/api/review/code-reviews/:id', { schema: { tags, params: oneParams } }, async (request) =>
    desk.read(await requireAsker(sessions, request), request.params.id),
  )
  app.post(
    '/api/review/code-reviews/:id/steps',
    {
      schema: {
        tags,
        params: oneParams,
        body: z.object({
          revision,
          action: z.enum(['approve', 'reject']),
          reason: z.string().max(500).default(''),
          grounds: z
            .array(
              z.object({
                rule: z.string().max(20),
                page: z.string().max(200).default(''),
                evidence: z.string().max(1000),
              }),
            )
            .max(20)
            .default([]),
        }),
      },
    },
    async (request) => desk.decide(await requireAsker(sessions, request), request.params.id, request.body),
  )
}
