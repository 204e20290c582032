/** Where the filing of a mini program stands. */
export type FilingState =
  | 'draft'
  /** The person in charge has to pass the face check. */
  | 'face-check'
  | 'platform-review'
  | 'platform-rejected'
  /** The code of the ministry is waited for. */
  | 'sms-check'
  | 'regulator-review'
  | 'regulator-rejected'
  | 'filed'
  /** Before a filed one is taken back, the code of the ministry is waited for. */
  | 'cancel-check'
  /** The platform has taken it back, the administration not yet. */
  | 'cancelling'
  | 'cancelled'

export type FilingAction =
  | 'submit'
  | 'face-passed'
  | 'face-failed'
  | 'withdraw'
  | 'platform-approve'
  | 'platform-reject'
  | 'sms-confirmed'
  | 'sms-expired'
  | 'sms-tries-used'
  | 'regulator-approve'
  | 'regulator-reject'
  | 'correct'
  | 'change'
  | 'cancel'
  | 'cancel-done'

/** What a filing is for. */
export type FilingKind =
  'first' | 'new-program' | 'new-access' | 'change' | 'cancel-entity' | 'cancel-service' | 'cancel-access'

/** Whom the ministry sends its code to. */
export type SmsRecipient = 'entity-principal' | 'program-principal'
