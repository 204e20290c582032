import type { Queries } from '@sampan/database'
import type { MemberRole } from '@sampan/platform-api'

export async function insertMember(
  tx: Queries,
  member: { appId: string; userId: string; role: MemberRole; addedBy: string | undefined; addedAt: Date },
): Promise<void> {
  await tx
    .insertInto('program_member')
    .values({
      app_id: member.appId,
      user_id: member.userId,
      role: member.role,
      added_by: member.addedBy ?? null,
      added_at: member.addedAt,
    })
    .execute()
}

/** Makes whoever adds this person somewhere wait for each other, so that limits per person hold. */
export async function lockPerson(tx: Queries, userId: string): Promise<void> {
  await tx.selectFrom('auth.user').select('id').where('id', '=', userId).forNoKeyUpdate().execute()
}

/** Programs in which a person is a project member, and those in which they are a tester. */
export async function countPrograms(
  tx: Queries,
  userId: string,
): Promise<{ member: number; tester: number }> {
  const rows = await tx
    .selectFrom('program_member')
    .select(['app_id', 'role'])
    .where('user_id', '=', userId)
    .execute()
  const inRole = (isTester: boolean) =>
    new Set(rows.filter(({ role }) => (role === 'tester') === isTester).map(({ app_id }) => app_id)).size
  return { member: inRole(false), tester: inRole(true) }
}
