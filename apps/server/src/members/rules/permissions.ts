import type { Confirmation, MemberPermission, MemberRole } from '@sampan/platform-api'

/** https://developers.weixin.qq.com/miniprogram/introduction/ (members), …/start (collaboration) */
const ALLOWED: Record<MemberPermission, readonly MemberRole[]> = {
  'see-console': ['administrator', 'operator', 'developer', 'analyst'],
  develop: ['administrator', 'developer'],
  'open-trial': ['administrator', 'operator', 'developer', 'analyst', 'tester'],
  'open-development': ['administrator', 'developer'],
  'see-analytics': ['administrator', 'analyst'],
  'manage-pay': ['administrator', 'operator'],
  'manage-promotion': ['administrator', 'operator'],
  'submit-and-release': ['administrator', 'operator'],
  'change-development-settings': ['administrator', 'developer'],
  'pause-service': ['administrator', 'operator'],
  'unlink-official-account': ['administrator', 'operator'],
  'manage-plugins': ['administrator', 'operator'],
  'manage-members': ['administrator'],
  'manage-testers': ['administrator', 'operator', 'developer', 'analyst'],
  'manage-filing': ['administrator'],
  'manage-profile': ['administrator'],
  'manage-secrets': ['administrator'],
}

/** Done only after a scan with the super-app. */
const CONFIRMED_BY_SCAN: ReadonlySet<MemberPermission> = new Set(['manage-secrets', 'manage-members'])

export function mayDo(roles: readonly MemberRole[], permission: MemberPermission): boolean {
  return ALLOWED[permission].some((role) => roles.includes(role))
}

export function permissionsOf(roles: readonly MemberRole[]): MemberPermission[] {
  return (Object.keys(ALLOWED) as MemberPermission[]).filter((permission) => mayDo(roles, permission))
}

export function confirmationFor(permission: MemberPermission): Confirmation {
  return CONFIRMED_BY_SCAN.has(permission) ? 'scan' : 'none'
}

/** How many project members, and how many testers beside them, a mini program may have. */
export function maxMembers(program: {
  isIndividual: boolean
  isVerified: boolean
  isReleased: boolean
}): number {
  if (program.isIndividual) return 15
  return 30 + (program.isVerified ? 30 : 0) + (program.isReleased ? 30 : 0)
}

/** Programs that one person may be a project member of; as many again as a tester. */
export const MAX_PROGRAMS_PER_PERSON = 50
