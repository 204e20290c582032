export type RegistrationState =
  | 'draft'
  /** The bank or the face check has not answered yet. */
  | 'verifying'
  | 'in-review'
  /** To be completed by the applicant. */
  | 'sent-back'
  | 'approved'
  | 'refused'
  /** Verification was not finished in time. */
  | 'expired'
  /** The yearly review was not renewed. */
  | 'lapsed'

export type RegistrationAction =
  | 'submit'
  | 'begin-verification'
  | 'verification-passed'
  | 'verification-failed'
  | 'expire'
  | 'withdraw'
  | 'send-back'
  | 'approve'
  | 'refuse'
  | 'lapse'
  | 'renew'
