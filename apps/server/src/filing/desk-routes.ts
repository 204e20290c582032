import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { sendPaper } from '../http/send-paper'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import type { FilingDesk } from './desk'
import type { FilingSettingsService } from './settings'

const params = z.object({ id: z.uuid() })
const reason = z.string().max(500).default('')

/** `/api/review/filings` and `/api/regulator/filings`: the same desk for two offices. */
export function addFilingDeskRoutes(
  instance: FastifyInstance,
  office: 'review' | 'regulator',
  desk: FilingDesk,
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = [office]
  const at = `/api/${office}/filings` as const

  app.get(
    at,
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
  app.get(`${at}/:id`, { schema: { tags, params } }, async (request) =>
    desk.read(await requireAsker(sessions, request), request.params.id),
  )
  app.get(
    `${at}/:id/documents/:document`,
    { schema: { tags, params: params.extend({ document: z.string().max(60) }) } },
    async (request, reply) => {
      const { id, document } = request.params
      return sendPaper(reply, await desk.readDocument(await requireAsker(sessions, request), id, document))
    },
  )
  app.post(
    `${at}/:id/decision`,
    {
      schema: {
        tags,
        params,
        body: z.object({
          revision: z.int().min(1),
          decision: z.enum(['approve', 'reject']),
          reason,
          remarks: z
            .array(z.object({ field: z.string().max(60), reason, suggestion: reason }))
            .max(30)
            .default([]),
        }),
      },
    },
    async (request) => desk.decide(await requireAsker(sessions, request), request.params.id, request.body),
  )
  app.post(
    `${at}/:id/phone-contacts`,
    {
      schema: {
        tags,
        params,
        body: z.object({ outcome: z.enum(['reached', 'no-answer', 'wrong-number']), note: reason }),
      },
    },
    async (request) => {
      const { outcome, note } = request.body
      return desk.notePhoneContact(await requireAsker(sessions, request), request.params.id, outcome, note)
    },
  )
}

/** `/api/operator/filing-settings`: who has to file. */
export function addFilingSettingsRoutes(
  instance: FastifyInstance,
  settings: FilingSettingsService,
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['operator']
  app.get('/api/operator/filing-settings', { schema: { tags } }, async (request) =>
    settings.read(await requireAsker(sessions, request)),
  )
  app.put(
    '/api/operator/filing-settings',
    {
      schema: {
        tags,
        body: z.object({ isRequired: z.boolean(), overseas: z.enum(['exempt', 'required']) }),
      },
    },
    async (request) => settings.save(await requireAsker(sessions, request), request.body),
  )
}
