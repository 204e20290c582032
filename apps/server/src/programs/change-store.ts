import type { ProfileTables, Queries } from '@sampan/database'
import type { Period } from './rules/profile-limits'

export type CountedChange = ProfileTables['program_change']['what']

export async function recordChange(tx: Queries, appId: string, what: CountedChange, at: Date): Promise<void> {
  await tx.insertInto('program_change').values({ app_id: appId, what, at }).execute()
}

export async function countChanges(
  db: Queries,
  appId: string,
  what: CountedChange,
  { from }: Period,
): Promise<number> {
  const { count } = await db
    .selectFrom('program_change')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('app_id', '=', appId)
    .where('what', '=', what)
    .where('at', '>=', from)
    .executeTakeFirstOrThrow()
  return count
}
