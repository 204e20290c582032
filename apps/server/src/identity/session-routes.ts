import type { Database } from '@sampan/database'
import type { SessionInfo } from '@sampan/platform-api'
import type { FastifyInstance } from 'fastify'
import { maskSecret } from '../documents/mask-secret'
import { requireAsker } from './asker'
import type { Sessions } from './sessions'

/** `/api/session`: what a screen needs to know of whoever looks at it. */
export function addSessionRoutes(app: FastifyInstance, { kysely }: Database, sessions: Sessions): void {
  app.get('/api/session', { schema: { tags: ['session'] } }, async (request): Promise<SessionInfo> => {
    const { session } = await requireAsker(sessions, request)
    const unread = await kysely
      .selectFrom('notice')
      .select((row) => row.fn.countAll<string>().as('count'))
      .where('user_id', '=', session.userId)
      .where('read_at', 'is', null)
      .executeTakeFirstOrThrow()
    return {
      userId: session.userId,
      name: session.name,
      email: session.email,
      isEmailVerified: session.isEmailVerified,
      phone: session.phone === undefined ? null : maskSecret(session.phone),
      hasSecondFactor: session.hasSecondFactor,
      staffRoles: [...session.staffRoles],
      unreadNotices: Number(unread.count),
    }
  })
}
