import type { Queries } from '@sampan/database'
import type { MemberRole } from '@sampan/platform-api'

export interface MemberRow {
  userId: string
  name: string
  email: string
  roles: MemberRole[]
  addedAt: Date
}

const ORDER: readonly MemberRole[] = ['administrator', 'operator', 'developer', 'analyst', 'tester']

/** Of the most important first, and of the same by the time they came. */
export async function listMembers(db: Queries, appId: string): Promise<MemberRow[]> {
  const rows = await db
    .selectFrom('program_member')
    .innerJoin('auth.user', 'auth.user.id', 'program_member.user_id')
    .select(['user_id', 'role', 'added_at', 'name', 'email'])
    .where('app_id', '=', appId)
    .orderBy('added_at')
    .orderBy('user_id')
    .execute()
  const members = new Map<string, MemberRow>()
  for (const { user_id: userId, role, added_at: addedAt, name, email } of rows) {
    const known = members.get(userId)
    if (known) known.roles.push(role)
    else members.set(userId, { userId, name, email, roles: [role], addedAt })
  }
  const rank = ({ roles }: MemberRow) => Math.min(...roles.map((role) => ORDER.indexOf(role)))
  for (const { roles } of members.values())
    roles.sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other))
  return [...members.values()].sort((one, other) => rank(one) - rank(other))
}

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

export async function deleteRoles(
  tx: Queries,
  appId: string,
  userId: string,
  roles: readonly MemberRole[],
): Promise<void> {
  await tx
    .deleteFrom('program_member')
    .where('app_id', '=', appId)
    .where('user_id', '=', userId)
    .where('role', 'in', [...roles])
    .execute()
}

/** Somebody who has an account with a confirmed address. */
export async function findPersonByEmail(db: Queries, email: string) {
  return db
    .selectFrom('auth.user')
    .select(['id', 'name', 'email'])
    .where('email', '=', email.toLowerCase())
    .where('emailVerified', '=', true)
    .executeTakeFirst()
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
