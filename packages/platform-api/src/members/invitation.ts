import type { GivenRole } from './member-role'

export type InvitationState = 'open' | 'used-up' | 'expired' | 'revoked'

/** A link by which people join. `GET /api/programs/:appId/invitations?before=&limit=` lists them, the newest first. */
export interface Invitation {
  id: string
  roles: GivenRole[]
  state: InvitationState
  uses: number
  mostUses: number
  /** Name of the member who made it. */
  createdBy: string
  createdAt: string
  expiresAt: string
}

/** Answer of `POST /api/programs/:appId/invitations {roles, mostUses}`. */
export interface NewInvitation extends Invitation {
  /** `<origin>/console/#/join/<token>`: shown this once, the server keeps its hash only. */
  url: string
}

/**
 * Answer of `POST /api/invitations/preview {token}`: what one would join, also for who is not signed in.
 * `POST /api/invitations/acceptance {token}` joins and answers `{appId, roles}`.
 */
export interface InvitationPreview {
  state: InvitationState
  program: { appId: string; name: string; avatarUrl: string | null; entityName: string }
  roles: GivenRole[]
  invitedBy: string
  expiresAt: string
}
