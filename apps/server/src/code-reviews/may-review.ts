import type { Queries } from '@sampan/database'

/** Whether somebody is a reviewer, and this version waits for one: then they open it without being a member. */
export async function mayReview(db: Queries, userId: string, versionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('code_review')
    .innerJoin('staff', (join) => join.on('staff.user_id', '=', userId).on('staff.role', '=', 'reviewer'))
    .select('code_review.id')
    .where('version_id', '=', versionId)
    .where('state', '=', 'in-review')
    .executeTakeFirst()
  return row !== undefined
}
