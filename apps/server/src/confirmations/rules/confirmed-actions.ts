import type { ConfirmedAction, MemberPermission } from '@sampan/platform-api'

/** What somebody has to be allowed before they are asked to confirm it. */
export const CONFIRMED_ACTIONS: Record<ConfirmedAction, MemberPermission> = {
  'add-member': 'manage-members',
  'invite-members': 'manage-members',
  'change-roles': 'manage-members',
  'remove-member': 'manage-members',
  'hand-over': 'manage-members',
  'take-over': 'see-console',
  'make-app-secret': 'manage-secrets',
  'reset-app-secret': 'manage-secrets',
  'freeze-app-secret': 'manage-secrets',
  'make-upload-key': 'manage-secrets',
  'remove-upload-key': 'manage-secrets',
  'change-upload-settings': 'manage-secrets',
  'cancel-filing': 'manage-filing',
  release: 'submit-and-release',
  'roll-back': 'submit-and-release',
  'pause-service': 'pause-service',
}

/** From the question to its use, and long enough to find one's phone. */
export const CONFIRMATION_MINUTES = 5

/**
 * Whoever stole the sign-in of a browser cannot confirm with it. Except where the platform is open to its own machine
 * only: no phone finds it there, and whoever tries it out has one browser.
 */
export function needsAnotherSignIn(baseUrl: string): boolean {
  return !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(baseUrl).hostname)
}
