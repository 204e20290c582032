/** What anybody may know of a platform. */
export interface PlatformInfo {
  /** Ways to people that have no provider here: their messages are written down for the operator, and not sent. */
  simulates: ('email' | 'sms')[]
}
