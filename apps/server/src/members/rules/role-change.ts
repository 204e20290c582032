import type { GivenRole, MemberPermission, MemberRole } from '@sampan/platform-api'

/** The roles that are given and taken one by one. */
export const GIVEN_ROLES = ['operator', 'developer', 'analyst', 'tester'] as const satisfies GivenRole[]

export const INVITATION_DAYS = 7
export const MOST_INVITATION_USES = 30
export const OFFER_DAYS = 7

/** What it takes to turn one set of roles into another: testers come and go more easily than project members. */
export function permissionToChange(
  before: readonly MemberRole[],
  after: readonly MemberRole[],
): Extract<MemberPermission, 'manage-members' | 'manage-testers'> {
  const changed = [...before, ...after].filter((role) => before.includes(role) !== after.includes(role))
  return changed.some(isProjectRole) ? 'manage-members' : 'manage-testers'
}

export function isProjectRole(role: MemberRole): boolean {
  return role !== 'tester'
}
