import pg from 'pg'
import type { ClientConfig } from 'pg'
import { keepConnection } from './keep-connection'
import type { KeptConnection } from './keep-connection'

export type ListenEvent =
  | { type: 'notice'; payload: string }
  /** The connection was lost for a while: look for yourself what has changed. */
  | { type: 'missed' }

export type ListenHandler = (event: ListenEvent) => void

export interface Listener {
  /** Resolves when notices arrive from now on, to a function that ends it. */
  listen(channel: string, handler: ListenHandler): Promise<() => Promise<void>>
  close(): Promise<void>
}

const LONGEST_CHANNEL_BYTES = 63

/** All channels share one connection, which is made when somebody first listens. */
export function createListener(config: ClientConfig, onProblem: (problem: Error) => void): Listener {
  const handlers = new Map<string, Set<ListenHandler>>()
  let connection: Promise<KeptConnection> | undefined

  function tell(channel: string, event: ListenEvent): void {
    for (const handler of [...(handlers.get(channel) ?? [])]) handler(event)
  }

  function connect(): Promise<KeptConnection> {
    connection ??= keepConnection({
      config: { ...config, application_name: 'sampan listener' },
      onProblem,
      async prepare(client) {
        client.on('notification', ({ channel, payload = '' }) => tell(channel, { type: 'notice', payload }))
        for (const channel of handlers.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
      },
      onReconnect() {
        for (const channel of handlers.keys()) tell(channel, { type: 'missed' })
      },
    })
    connection.catch(() => (connection = undefined))
    return connection
  }

  return {
    async listen(channel, handler) {
      if (channel === '' || Buffer.byteLength(channel) > LONGEST_CHANNEL_BYTES) {
        throw new RangeError(`A channel's name has 1 to ${LONGEST_CHANNEL_BYTES} bytes: '${channel}'`)
      }
      const known = handlers.get(channel) ?? new Set()
      handlers.set(channel, known.add(handler))
      await (await connect()).query(`listen ${pg.escapeIdentifier(channel)}`)
      return async () => {
        known.delete(handler)
        if (known.size > 0 || handlers.get(channel) !== known) return
        handlers.delete(channel)
        await (await connect()).query(`unlisten ${pg.escapeIdentifier(channel)}`)
      }
    },
    async close() {
      const made = await connection?.catch(() => undefined)
      await made?.close()
    },
  }
}
