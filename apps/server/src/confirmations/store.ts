import { createHash } from 'node:crypto'
import type { ConfirmationTables, Queries } from '@sampan/database'
import type { ConfirmationSubject } from '@sampan/platform-api'
import type { Selectable } from 'kysely'

export type ConfirmationRow = Selectable<ConfirmationTables['confirmation']>

export interface NewConfirmationRow extends ConfirmationSubject {
  userId: string
  sessionId: string
  device: string
  address: string
  code: string
  createdAt: Date
  expiresAt: Date
}

/** Whoever asks again for the same has no use for what they asked before. */
export async function insertConfirmation(tx: Queries, asked: NewConfirmationRow): Promise<ConfirmationRow> {
  await tx
    .deleteFrom('confirmation')
    .where('user_id', '=', asked.userId)
    .where('action', '=', asked.action)
    .where('subject', '=', asked.subject)
    .where('state', '=', 'waiting')
    .execute()
  return tx
    .insertInto('confirmation')
    .values({
      user_id: asked.userId,
      session_id: asked.sessionId,
      device: asked.device,
      address: asked.address,
      code_hash: hashCode(asked.code),
      action: asked.action,
      subject: asked.subject,
      created_at: asked.createdAt,
      expires_at: asked.expiresAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function findConfirmation(
  db: Queries,
  userId: string,
  by: { id: string } | { code: string },
): Promise<ConfirmationRow | undefined> {
  return db
    .selectFrom('confirmation')
    .selectAll()
    .where('user_id', '=', userId)
    .$if('id' in by, (query) => query.where('id', '=', (by as { id: string }).id))
    .$if('code' in by, (query) => query.where('code_hash', '=', hashCode((by as { code: string }).code)))
    .executeTakeFirst()
}

/** Undefined if it was decided meanwhile, or too late. */
export async function decideConfirmation(
  tx: Queries,
  { id, approve, now }: { id: string; approve: boolean; now: Date },
): Promise<ConfirmationRow | undefined> {
  return tx
    .updateTable('confirmation')
    .set({ state: approve ? 'approved' : 'refused' })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
}

/** Whether there was one to use. */
export async function takeConfirmation(
  tx: Queries,
  wanted: ConfirmationSubject & { id: string; userId: string; now: Date },
): Promise<boolean> {
  const taken = await tx
    .updateTable('confirmation')
    .set({ state: 'used' })
    .where('id', '=', wanted.id)
    .where('user_id', '=', wanted.userId)
    .where('action', '=', wanted.action)
    .where('subject', '=', wanted.subject)
    .where('state', '=', 'approved')
    .where('expires_at', '>', wanted.now)
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

export async function deleteConfirmations(tx: Queries, expiredBefore: Date): Promise<void> {
  await tx.deleteFrom('confirmation').where('expires_at', '<', expiredBefore).execute()
}

function hashCode(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
