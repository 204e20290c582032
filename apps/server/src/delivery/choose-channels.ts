import type { Database } from '@sampan/database'
import type { MessageChannel, OutgoingMessage } from './channel'
import { createSimulatedChannel } from './simulated-channel'

/** Mail by SMTP_URL (from MAIL_FROM); what has no provider is written down instead of sent. */
export async function chooseChannels(
  db: Database,
  env: NodeJS.ProcessEnv,
  showSimulated?: (name: MessageChannel['name'], message: OutgoingMessage) => void,
): Promise<{ email: MessageChannel; sms: MessageChannel }> {
  const { SMTP_URL, MAIL_FROM = 'Sampan <no-reply@localhost>' } = env
  const sms = createSimulatedChannel('sms', db, showSimulated)
  if (!SMTP_URL) return { email: createSimulatedChannel('email', db, showSimulated), sms }
  const { createSmtpChannel } = await import('./smtp-channel')
  return { email: createSmtpChannel(SMTP_URL, MAIL_FROM), sms }
}
