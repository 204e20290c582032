import type { Queries, VersionTables } from '@sampan/database'
import type { Selectable } from 'kysely'

export type UploadAccessRow = Selectable<VersionTables['upload_access']>
export type AppSecretRow = Selectable<VersionTables['app_secret']>

export async function findUploadAccess(db: Queries, appId: string): Promise<UploadAccessRow | undefined> {
  return db.selectFrom('upload_access').selectAll().where('app_id', '=', appId).executeTakeFirst()
}

export async function saveUploadAccess(
  tx: Queries,
  appId: string,
  change: Partial<Omit<UploadAccessRow, 'app_id' | 'allow_list'>> & { allow_list?: string },
): Promise<void> {
  await tx
    .insertInto('upload_access')
    .values({ app_id: appId, public_key: null, key_made_at: null, ...change })
    .onConflict((conflict) => conflict.column('app_id').doUpdateSet(change))
    .execute()
}

export async function findAppSecret(db: Queries, appId: string): Promise<AppSecretRow | undefined> {
  return db.selectFrom('app_secret').selectAll().where('app_id', '=', appId).executeTakeFirst()
}

export async function saveAppSecret(tx: Queries, row: AppSecretRow): Promise<void> {
  const { app_id: _appId, ...change } = row
  await tx
    .insertInto('app_secret')
    .values(row)
    .onConflict((conflict) => conflict.column('app_id').doUpdateSet(change))
    .execute()
}
