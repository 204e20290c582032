import type { Queries, VersionTables } from '@sampan/database'
import { type Insertable, type Selectable, sql } from 'kysely'

export type VersionRow = Selectable<VersionTables['program_version']>

export type NewVersion = Insertable<VersionTables['program_version']>

export async function insertVersion(tx: Queries, row: NewVersion): Promise<VersionRow> {
  return tx.insertInto('program_version').values(row).returningAll().executeTakeFirstOrThrow()
}

export async function findVersion(db: Queries, id: string): Promise<VersionRow | undefined> {
  return db.selectFrom('program_version').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The development versions of a program, the newest first; there are no more than uploaders. */
export async function listCurrentVersions(db: Queries, appId: string): Promise<VersionRow[]> {
  return db
    .selectFrom('program_version')
    .selectAll()
    .where('app_id', '=', appId)
    .where('is_current', '=', true)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
}

export async function countCompiling(tx: Queries, appId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('program_version')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('app_id', '=', appId)
    .where('state', '=', 'compiling')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The development version that this one's uploader has now. */
export async function findCurrentOf(tx: Queries, row: VersionRow): Promise<VersionRow | undefined> {
  return tx
    .selectFrom('program_version')
    .selectAll()
    .where('app_id', '=', row.app_id)
    .where('is_current', '=', true)
    .where(sql<boolean>`user_id is not distinct from ${row.user_id}`)
    .where(sql<boolean>`robot is not distinct from ${row.robot}`)
    .executeTakeFirst()
}

export async function updateVersion(
  tx: Queries,
  id: string,
  change: Partial<Omit<NewVersion, 'id'>>,
): Promise<void> {
  await tx.updateTable('program_version').set(change).where('id', '=', id).execute()
}

export async function findTrial(db: Queries, appId: string) {
  return db.selectFrom('program_trial').selectAll().where('app_id', '=', appId).executeTakeFirst()
}

export async function saveTrial(
  tx: Queries,
  trial: Selectable<VersionTables['program_trial']>,
): Promise<void> {
  const { app_id: _appId, ...change } = trial
  await tx
    .insertInto('program_trial')
    .values(trial)
    .onConflict((conflict) => conflict.column('app_id').doUpdateSet(change))
    .execute()
}

export async function deleteTrial(tx: Queries, appId: string): Promise<void> {
  await tx.deleteFrom('program_trial').where('app_id', '=', appId).execute()
}

export async function findUserName(db: Queries, userId: string): Promise<string> {
  const row = await db.selectFrom('auth.user').select('name').where('id', '=', userId).executeTakeFirst()
  return row?.name ?? ''
}
