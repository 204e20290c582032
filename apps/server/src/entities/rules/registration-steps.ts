import type { RegistrationAction, RegistrationState, VerificationRoute } from '@sampan/platform-api'
import type { Step } from '../../process/steps'

export type RegistrationActor = 'applicant' | 'reviewer' | 'provider' | 'clock'

/** How an entity gets from a form to an account. `provider` is the bank or the face check, `clock` a deadline. */
export const REGISTRATION_STEPS: readonly Step<RegistrationState, RegistrationAction, RegistrationActor>[] = [
  { action: 'submit', from: ['draft', 'sent-back'], to: 'in-review', by: ['applicant'] },
  { action: 'begin-verification', from: ['draft', 'sent-back'], to: 'verifying', by: ['applicant'] },
  { action: 'verification-passed', from: ['verifying'], to: 'in-review', by: ['provider'] },
  { action: 'verification-failed', from: ['verifying'], to: 'sent-back', by: ['provider'] },
  { action: 'expire', from: ['verifying'], to: 'expired', by: ['clock'] },
  { action: 'withdraw', from: ['verifying', 'in-review'], to: 'draft', by: ['applicant'] },
  { action: 'send-back', from: ['in-review'], to: 'sent-back', by: ['reviewer'] },
  { action: 'approve', from: ['in-review'], to: 'approved', by: ['reviewer'] },
  { action: 'refuse', from: ['in-review'], to: 'refused', by: ['reviewer'] },
  { action: 'lapse', from: ['approved'], to: 'lapsed', by: ['clock'] },
  { action: 'renew', from: ['lapsed'], to: 'in-review', by: ['applicant'] },
]

/** What handing in the form begins with. */
export function firstAction(route: VerificationRoute): 'submit' | 'begin-verification' {
  return route === 'remittance' || route === 'legal-person-face' ? 'begin-verification' : 'submit'
}
