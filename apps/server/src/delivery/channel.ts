/** What leaves the platform towards a person. */
export interface OutgoingMessage {
  /** Address, or phone number as E.164. */
  recipient: string
  /** Of emails. */
  subject: string
  text: string
}

/** A way to people. Rejects if the message was not taken; then nothing may be said to be sent. */
export interface MessageChannel {
  readonly name: 'email' | 'sms'
  /** False if it only writes down what it would have sent. */
  readonly isReal: boolean
  send(message: OutgoingMessage): Promise<void>
}
