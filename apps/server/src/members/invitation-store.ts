import { createHash } from 'node:crypto'
import type { MemberTables, Queries } from '@sampan/database'
import type { GivenRole } from '@sampan/platform-api'
import { type Selectable, sql } from 'kysely'

export type InvitationRow = Selectable<MemberTables['program_invitation']>

export async function insertInvitation(
  tx: Queries,
  made: {
    appId: string
    token: string
    roles: GivenRole[]
    mostUses: number
    createdBy: string
    createdAt: Date
    expiresAt: Date
  },
): Promise<InvitationRow> {
  return tx
    .insertInto('program_invitation')
    .values({
      app_id: made.appId,
      token_hash: hashToken(made.token),
      roles: made.roles,
      most_uses: made.mostUses,
      created_by: made.createdBy,
      created_at: made.createdAt,
      expires_at: made.expiresAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** With `lock`, two who accept the last use of it wait for each other. */
export async function findInvitationByToken(db: Queries, token: string, lock?: 'lock') {
  return db
    .selectFrom('program_invitation')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst()
}

export async function findInvitation(db: Queries, appId: string, id: string) {
  return db
    .selectFrom('program_invitation')
    .selectAll()
    .where('app_id', '=', appId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function listInvitations(
  db: Queries,
  { appId, before, limit }: { appId: string; before: string | undefined; limit: number },
) {
  return db
    .selectFrom('program_invitation')
    .innerJoin('auth.user', 'auth.user.id', 'program_invitation.created_by')
    .selectAll('program_invitation')
    .select('auth.user.name as creator')
    .where('app_id', '=', appId)
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(created_at, program_invitation.id) <
          (select created_at, id from program_invitation where id = ${before})`,
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('program_invitation.id', 'desc')
    .limit(limit)
    .execute()
}

export async function countInvitationUse(tx: Queries, id: string): Promise<void> {
  await tx
    .updateTable('program_invitation')
    .set((row) => ({ uses: row('uses', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function revokeInvitation(tx: Queries, id: string, now: Date): Promise<InvitationRow> {
  return tx
    .updateTable('program_invitation')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function revokeInvitationsOf(
  tx: Queries,
  appId: string,
  userId: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('program_invitation')
    .set({ revoked_at: now })
    .where('app_id', '=', appId)
    .where('created_by', '=', userId)
    .where('revoked_at', 'is', null)
    .execute()
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
