import type { MemberRole } from '../members/member-role'

/** What is done only after its author confirmed it by scanning a code with the super-app. */
export type ConfirmedAction =
  | 'add-member'
  | 'invite-members'
  | 'change-roles'
  | 'remove-member'
  /** The administrator offers the program to another member, who then takes it over. */
  | 'hand-over'
  | 'take-over'
  | 'make-app-secret'
  | 'reset-app-secret'
  | 'freeze-app-secret'
  | 'make-upload-key'
  | 'remove-upload-key'
  | 'change-upload-settings'
  | 'cancel-filing'
  | 'release'
  | 'roll-back'
  | 'pause-service'

export type ConfirmationState = 'waiting' | 'approved' | 'refused' | 'used' | 'expired'

/** What is to be confirmed. A request that was refused with `confirm-first` says it in `ApiProblem.confirm`. */
export interface ConfirmationSubject {
  action: ConfirmedAction
  /** Made by `confirmationSubject`. */
  subject: string
}

/**
 * Answer of `POST /api/confirmations` (body: `ConfirmationSubject`). The console shows `url` as a QR code, reads the
 * state every two seconds, and once it is `approved` sends its request again with the header
 * `x-sampan-confirmation: <id>`.
 */
export interface NewConfirmation extends ConfirmationSubject {
  id: string
  /** `<origin>/scan/confirm/<code>` */
  url: string
  code: string
  expiresAt: string
}

/** Answer of `GET /api/confirmations/:id`, to whoever asked for it. */
export interface ConfirmationStatus extends ConfirmationSubject {
  id: string
  state: ConfirmationState
  expiresAt: string
}

/**
 * Answer of `GET /api/confirmations/by-code/:code` and of `POST …/by-code/:code/decision` (body: `{approve: boolean}`),
 * to the same person on their phone.
 */
export interface ConfirmationRequest extends ConfirmationStatus {
  program: { appId: string; name: string; avatarUrl: string | null }
  /** Whom it is about, if anybody: a member, or somebody who is to become one. */
  person: { name: string; email: string } | null
  /** The roles that they would have. */
  roles: MemberRole[]
  /** The browser that asked, such as `Chrome · macOS`; empty if it does not say. */
  device: string
  /** Of that browser. */
  address: string
  createdAt: string
  /** False on the device that asked: another sign-in of the same person decides. */
  mayDecide: boolean
}
