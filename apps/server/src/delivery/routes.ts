import type { Database } from '@sampan/database'
import type { PlatformInfo, SimulatedMessage } from '@sampan/platform-api'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { Refusal } from '../http/refusal'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import type { MessageChannel } from './channel'

const MOST_MESSAGES = 100

/** Whether messages are really sent; and what was not, for the operator alone: codes are in it. */
export function addDeliveryRoutes(
  instance: FastifyInstance,
  { kysely }: Database,
  sessions: Sessions,
  channels: MessageChannel[],
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const simulates = channels.filter(({ isReal }) => !isReal).map(({ name }) => name)

  app.get('/api/platform', { schema: { tags: ['platform'] } }, (): PlatformInfo => ({ simulates }))
  app.get(
    '/api/simulated-messages',
    { schema: { tags: ['operator'], querystring: z.object({ recipient: z.string().max(200).optional() }) } },
    async (request) => {
      const { session } = await requireAsker(sessions, request)
      if (!session.staffRoles.includes('operator')) throw new Refusal('forbidden', 'Operators only')
      const { recipient } = request.query
      const rows = await kysely
        .selectFrom('simulated_message')
        .selectAll()
        .$if(recipient !== undefined, (query) => query.where('recipient', '=', recipient!))
        .orderBy('id', 'desc')
        .limit(MOST_MESSAGES)
        .execute()
      const messages = rows.map(({ id, channel, recipient, subject, body, sent_at }): SimulatedMessage => ({
        id,
        channel,
        recipient,
        subject,
        body,
        sentAt: sent_at.toISOString(),
      }))
      return { messages }
    },
  )
}
