import type { Database } from '@sampan/database'
import type { Notice } from '@sampan/platform-api'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { notFound } from '../http/refusal'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'

const MOST_NOTICES = 50
const idSchema = z.string().regex(/^\d{1,18}$/)

/** Everybody's own inbox. */
export function addNoticeRoutes(instance: FastifyInstance, { kysely }: Database, sessions: Sessions): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['notices']

  app.get(
    '/api/notices',
    { schema: { tags, querystring: z.object({ before: idSchema.optional() }) } },
    async (request) => {
      const { session } = await requireAsker(sessions, request)
      const { before } = request.query
      const rows = await kysely
        .selectFrom('notice')
        .selectAll()
        .where('user_id', '=', session.userId)
        .$if(before !== undefined, (query) => query.where('id', '<', before!))
        .orderBy('id', 'desc')
        .limit(MOST_NOTICES)
        .execute()
      const notices = rows.map((row): Notice => ({
        id: row.id,
        kind: row.kind,
        params: row.params,
        link: row.link,
        createdAt: row.created_at.toISOString(),
        readAt: row.read_at?.toISOString() ?? null,
      }))
      return { notices }
    },
  )
  app.post(
    '/api/notices/:id/read',
    { schema: { tags, params: z.object({ id: idSchema }) } },
    async (request, reply) => {
      const { session } = await requireAsker(sessions, request)
      const row = await kysely
        .updateTable('notice')
        .set((notice) => ({ read_at: notice.fn.coalesce('read_at', notice.val(new Date())) }))
        .where('id', '=', request.params.id)
        .where('user_id', '=', session.userId)
        .returning('id')
        .executeTakeFirst()
      if (!row) throw notFound('notice')
      return reply.code(204).send()
    },
  )
}
