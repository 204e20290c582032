import type { Queries } from '@sampan/database'
import { sql } from 'kysely'

const DAY_MS = 24 * 3600_000

/**
 * Takes a name for a program. Undefined if it got it; else why not. Two who ask at once for the same one wait for each
 * other.
 */
export async function claimName(
  tx: Queries,
  { key, appId, entityId, now }: { key: string; appId: string; entityId: string; now: Date },
): Promise<'name-taken' | 'name-kept' | undefined> {
  const claimed = await tx
    .insertInto('program_name')
    .values({ name_key: key, app_id: appId, entity_id: entityId, free_at: null })
    .onConflict((conflict) =>
      conflict
        .column('name_key')
        .doUpdateSet({ app_id: appId, entity_id: entityId, free_at: null })
        .where(
          sql<boolean>`program_name.app_id = ${appId} or (program_name.app_id is null and
            (program_name.free_at <= ${now} or program_name.entity_id = ${entityId}))`,
        ),
    )
    .returning('name_key')
    .executeTakeFirst()
  return claimed ? undefined : readNameState(tx, { key, appId, entityId, now })
}

/** Why a name cannot be had, without taking it. */
export async function readNameState(
  db: Queries,
  { key, appId, entityId, now }: { key: string; appId: string; entityId: string; now: Date },
): Promise<'name-taken' | 'name-kept' | undefined> {
  const row = await db.selectFrom('program_name').selectAll().where('name_key', '=', key).executeTakeFirst()
  if (!row || row.app_id === appId) return undefined
  if (row.app_id !== null) return 'name-taken'
  return row.free_at! <= now || row.entity_id === entityId ? undefined : 'name-kept'
}

/** A name that was borne is its owner’s for some days more. */
export async function giveUpName(
  tx: Queries,
  { key, appId, now, keptDays }: { key: string; appId: string; now: Date; keptDays: number },
): Promise<void> {
  await tx
    .updateTable('program_name')
    .set({ app_id: null, free_at: new Date(now.getTime() + keptDays * DAY_MS) })
    .where('name_key', '=', key)
    .where('app_id', '=', appId)
    .execute()
}

/** A name that was never borne is free at once. */
export async function dropName(tx: Queries, key: string, appId: string): Promise<void> {
  await tx.deleteFrom('program_name').where('name_key', '=', key).where('app_id', '=', appId).execute()
}
