import { createTransport } from 'nodemailer'
import type { MessageChannel } from './channel'

/** Mail by any SMTP server: `smtps://name:password@host:465`. */
export function createSmtpChannel(url: string, from: string): MessageChannel {
  const transport = createTransport(url, { from })
  return {
    name: 'email',
    isReal: true,
    async send({ recipient, subject, text }) {
      await transport.sendMail({ to: recipient, subject, text })
    },
  }
}
