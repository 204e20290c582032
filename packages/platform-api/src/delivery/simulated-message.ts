/** What a platform without a provider would have sent. */
export interface SimulatedMessage {
  id: string
  channel: 'email' | 'sms'
  recipient: string
  subject: string
  body: string
  sentAt: string
}
