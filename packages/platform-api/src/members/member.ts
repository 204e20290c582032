import type { Quota } from '../programs/quota'
import type { MemberPermission, MemberRole } from './member-role'

/** Somebody who works on a program or tries it. */
export interface Member {
  userId: string
  name: string
  email: string
  roles: MemberRole[]
  /** Since the first of the roles. */
  addedAt: string
  /** Whether it is whoever asks. */
  isYou: boolean
}

/** The administrator offered the program to a member, who has not taken it over yet. */
export interface AdministratorOffer {
  to: { userId: string; name: string }
  /** What the present administrator is from then on; empty if they leave. */
  stayAs: MemberRole[]
  expiresAt: string
  /** Whether it is to whoever asks: they may take it over or decline. */
  isToYou: boolean
}

/**
 * Answer of `GET /api/programs/:appId/members`: all of them (limits keep them few), the administrator first. The same
 * after `POST …/members {email, roles}`, `PUT …/members/:userId/roles {roles}`, `DELETE …/members/:userId`,
 * `POST …/administrator-offer {userId, stayAs}`, `DELETE …/administrator-offer` and
 * `POST …/administrator-offer/acceptance`. Who leaves by `DELETE …/members/:userId` is answered 204.
 *
 * Refusals by `rule`: `no-such-user`, `already-member`, `too-many-members`, `too-many-testers`,
 * `person-in-too-many-programs`, `person-tries-too-many-programs`, `administrator-stays` (whoever administers hands over
 * first), `not-a-project-member`, `phone-missing`, `no-offer`.
 */
export interface MemberList {
  members: Member[]
  /** Everybody who is more than a tester. */
  projectMembers: Quota
  testers: Quota
  offer: AdministratorOffer | null
  /** What whoever asks may do here without, or after, a scan. */
  permissions: Extract<MemberPermission, 'manage-members' | 'manage-testers'>[]
}
