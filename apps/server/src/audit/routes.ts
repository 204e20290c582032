import type { Database, Queries } from '@sampan/database'
import type { AuditEntry, AuditPage } from '@sampan/platform-api'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import { requireProgram } from '../programs/access'
import { appIdSchema } from '../programs/routes'

const querySchema = z.object({
  before: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  action: z.string().max(60).optional(),
  userId: z.string().max(64).optional(),
})

/** What was done to a program, for its members. */
export function addAuditRoutes(instance: FastifyInstance, { kysely }: Database, sessions: Sessions): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/programs/:appId/audit',
    { schema: { tags: ['audit'], params: z.object({ appId: appIdSchema }), querystring: querySchema } },
    async (request): Promise<AuditPage> => {
      const asker = await requireAsker(sessions, request)
      const { appId } = request.params
      const { roles } = await requireProgram(kysely, asker, appId, 'see-console')
      const { limit } = request.query
      const rows = await listEntries(kysely, appId, { ...request.query, limit: limit + 1 })
      const shown = rows.slice(0, limit)
      return {
        entries: shown.map((row): AuditEntry => ({
          id: String(row.id),
          action: row.action,
          by: row.user_id === null ? null : { userId: row.user_id, name: row.name ?? '' },
          details: row.details,
          address: roles.includes('administrator') ? row.address : null,
          at: row.at.toISOString(),
        })),
        next: rows.length > limit ? String(shown.at(-1)!.id) : null,
      }
    },
  )
}

async function listEntries(
  db: Queries,
  appId: string,
  { before, limit, action, userId }: z.infer<typeof querySchema>,
) {
  return db
    .selectFrom('audit_entry')
    .leftJoin('auth.user', 'auth.user.id', 'audit_entry.user_id')
    .selectAll('audit_entry')
    .select('auth.user.name')
    .where('subject', '=', 'program')
    .where('subject_id', '=', appId)
    .$if(before !== undefined, (query) => query.where('audit_entry.id', '<', before!))
    .$if(action !== undefined, (query) => query.where('action', '=', action!))
    .$if(userId !== undefined, (query) => query.where('user_id', '=', userId!))
    .orderBy('audit_entry.id', 'desc')
    .limit(limit)
    .execute()
}
