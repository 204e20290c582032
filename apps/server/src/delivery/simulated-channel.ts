import type { Database } from '@sampan/database'
import type { MessageChannel, OutgoingMessage } from './channel'

/**
 * Writes messages down where the console shows them, for a platform that has no provider of mail or phones yet.
 * `show` is for somebody who sits before the server: never a log, since codes are in them.
 */
export function createSimulatedChannel(
  name: MessageChannel['name'],
  { kysely }: Database,
  show?: (name: MessageChannel['name'], message: OutgoingMessage) => void,
): MessageChannel {
  return {
    name,
    isReal: false,
    async send({ recipient, subject, text }) {
      await kysely
        .insertInto('simulated_message')
        .values({ channel: name, recipient, subject, body: text })
        .execute()
      show?.(name, { recipient, subject, text })
    },
  }
}
