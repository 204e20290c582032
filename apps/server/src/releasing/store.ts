import type { Queries, ReleaseTables } from '@sampan/database'
import type { Insertable, Selectable, Updateable } from 'kysely'

type Table = ReleaseTables['program_release']
export type ServiceRow = Selectable<ReleaseTables['program_service']>

function selectReleases(db: Queries) {
  return db
    .selectFrom('program_release as release')
    .innerJoin('program_version as version', 'version.id', 'release.version_id')
    .innerJoin('auth.user as person', 'person.id', 'release.released_by')
    .selectAll('release')
    .select(['version.number', 'version.remark', 'person.name as by'])
}

/** A release with what its version is called. */
export type ReleaseRow = Awaited<ReturnType<typeof listRunning>>[number]

/** What users have now: one that is online, and one that becomes it, if any. */
export async function listRunning(db: Queries, appId: string) {
  return selectReleases(db)
    .where('release.app_id', '=', appId)
    .where('release.state', 'in', ['gradual', 'online'])
    .execute()
}

export async function findRelease(db: Queries, appId: string, id: string): Promise<ReleaseRow | undefined> {
  return selectReleases(db)
    .where('release.app_id', '=', appId)
    .where('release.id', '=', id)
    .executeTakeFirst()
}

/** That were online before, and that nobody went back from: the latest first. */
export async function listEarlier(db: Queries, appId: string, limit: number): Promise<ReleaseRow[]> {
  return selectReleases(db)
    .where('release.app_id', '=', appId)
    .where('release.state', '=', 'replaced')
    .where('release.was_rolled_back', '=', false)
    .where('release.is_rollback', '=', false)
    .orderBy('release.online_at', 'desc')
    .limit(limit)
    .execute()
}

/** Whether a version is or was what users have. One that was given up may be released again. */
export async function wasReleased(db: Queries, versionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('program_release')
    .select('id')
    .where('version_id', '=', versionId)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertRelease(tx: Queries, row: Insertable<Table>): Promise<string> {
  const { id } = await tx.insertInto('program_release').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateRelease(tx: Queries, id: string, change: Updateable<Table>): Promise<void> {
  await tx.updateTable('program_release').set(change).where('id', '=', id).execute()
}

export async function readService(db: Queries, appId: string): Promise<ServiceRow> {
  const row = await db
    .selectFrom('program_service')
    .selectAll()
    .where('app_id', '=', appId)
    .executeTakeFirst()
  return (
    row ?? {
      app_id: appId,
      is_paused: false,
      pause_notice: '',
      is_searchable: true,
      minimum_release_id: null,
    }
  )
}

export async function saveService(tx: Queries, row: ServiceRow): Promise<void> {
  const { app_id: _appId, ...change } = row
  await tx
    .insertInto('program_service')
    .values(row)
    .onConflict((conflict) => conflict.column('app_id').doUpdateSet(change))
    .execute()
}
