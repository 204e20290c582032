import type { Queries } from '@sampan/database'
import type { GivenRole, MemberRole, Quota } from '@sampan/platform-api'
import { findEntity } from '../entities/store'
import { Refusal } from '../http/refusal'
import { lockProgram, type ProgramRow } from '../programs/store'
import { revokeInvitationsOf } from './invitation-store'
import { deleteOfferTo } from './offer-store'
import { MAX_PROGRAMS_PER_PERSON, maxMembers } from './rules/permissions'
import { isProjectRole } from './rules/role-change'
import { countPrograms, deleteRoles, insertMember, listMembers, lockPerson, type MemberRow } from './store'

/** How full a program is. */
export async function measureRoom(
  queries: Queries,
  program: ProgramRow,
  members: readonly MemberRow[],
): Promise<{ projectMembers: Quota; testers: Quota }> {
  const entity = (await findEntity(queries, program.entity_id))!
  const isIndividual = entity.kind === 'individual'
  const limit = maxMembers({
    isIndividual,
    isVerified: !isIndividual && entity.state === 'approved',
    isReleased: program.released_at !== null,
  })
  const count = (wanted: (role: MemberRole) => boolean): Quota => ({
    used: members.filter(({ roles }) => roles.some(wanted)).length,
    limit,
    renewsAt: null,
  })
  return { projectMembers: count(isProjectRole), testers: count((role) => role === 'tester') }
}

/**
 * Gives a person these roles of a program besides those that they have. Answers the new ones. Throws a Refusal if a limit
 * of the program or of the person says no.
 */
export async function giveRoles(
  tx: Queries,
  program: ProgramRow,
  given: { userId: string; roles: readonly GivenRole[]; addedBy: string; now: Date },
): Promise<GivenRole[]> {
  const { userId, addedBy, now } = given
  await lockProgram(tx, program.app_id)
  await lockPerson(tx, userId)
  const members = await listMembers(tx, program.app_id)
  const before = members.find((member) => member.userId === userId)?.roles ?? []
  const added = given.roles.filter((role) => !before.includes(role))
  const room = await measureRoom(tx, program, members)
  const elsewhere = await countPrograms(tx, userId)
  if (added.some(isProjectRole) && !before.some(isProjectRole)) {
    requireRoom(room.projectMembers, 'too-many-members')
    requireRoom({ used: elsewhere.member, limit: MAX_PROGRAMS_PER_PERSON }, 'person-in-too-many-programs')
  }
  if (added.includes('tester')) {
    requireRoom(room.testers, 'too-many-testers', 85002)
    requireRoom(
      { used: elsewhere.tester, limit: MAX_PROGRAMS_PER_PERSON },
      'person-tries-too-many-programs',
      85003,
    )
  }
  for (const role of added) {
    await insertMember(tx, { appId: program.app_id, userId, role, addedBy, addedAt: now })
  }
  return added
}

/** Takes roles away, with the links that the person gave out while they had them, and what was offered to them. */
export async function takeRoles(
  tx: Queries,
  appId: string,
  { userId, roles, now }: { userId: string; roles: readonly MemberRole[]; now: Date },
): Promise<void> {
  if (roles.length === 0) return
  await deleteRoles(tx, appId, userId, roles)
  await revokeInvitationsOf(tx, appId, userId, now)
  await deleteOfferTo(tx, appId, userId)
}

function requireRoom({ used, limit }: { used: number; limit: number }, rule: string, errcode?: number): void {
  if (used < limit) return
  throw new Refusal(
    { code: 'rule', rule, ...(errcode !== undefined && { errcode }) },
    `The limit is ${limit}`,
  )
}
