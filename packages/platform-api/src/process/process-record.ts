/** One step of a process that was taken: a line of its history. */
export interface StepRecord<State extends string = string, Action extends string = string> {
  action: Action
  from: State
  to: State
  /** The part that the person had: `applicant`, `reviewer`, `clock` … */
  actor: string
  /** Name of the person; empty for clocks and providers. */
  by: string
  reason: string
  /** ISO 8601 */
  at: string
}

export type PhoneContactOutcome = 'reached' | 'no-answer' | 'wrong-number'

export interface PhoneContact {
  outcome: PhoneContactOutcome
  note: string
  by: string
  at: string
}
