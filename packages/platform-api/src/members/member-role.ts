/** What somebody is to a mini program. One person may be several of them at once; a tester never signs in to the console. */
export type MemberRole = 'administrator' | 'operator' | 'developer' | 'analyst' | 'tester'

/** The roles that are given and taken; the administrator’s is handed over. */
export type GivenRole = Exclude<MemberRole, 'administrator'>

/** What members may do, as the console groups it. */
export type MemberPermission =
  | 'see-console'
  | 'develop'
  | 'open-trial'
  | 'open-development'
  | 'see-analytics'
  | 'manage-pay'
  | 'manage-promotion'
  | 'submit-and-release'
  | 'change-development-settings'
  | 'pause-service'
  | 'unlink-official-account'
  | 'manage-plugins'
  | 'manage-members'
  | 'manage-testers'
  | 'manage-filing'
  | 'manage-profile'
  | 'manage-secrets'

/** How sure the platform has to be that it is the administrator who asks. */
export type Confirmation = 'none' | 'scan'
