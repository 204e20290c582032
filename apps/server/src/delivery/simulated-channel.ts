import type { Database } from '@sampan/database'
import type { MessageChannel } from './channel'

/** Writes messages down where the console shows them, for a platform that has no provider of mail or phones yet. */
export function createSimulatedChannel(name: MessageChannel['name'], { kysely }: Database): MessageChannel {
  return {
    name,
    isReal: false,
    async send({ recipient, subject, text }) {
      await kysely
        .insertInto('simulated_message')
        .values({ channel: name, recipient, subject, body: text })
        .execute()
    },
  }
}
