import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Client, ClientConfig } from 'pg'

export interface KeepConnectionOptions {
  config: ClientConfig
  /** On each new connection, before anybody else may use it. */
  prepare(client: Client): Promise<void>
  /** A connection is there again, after one was lost. */
  onReconnect?: () => void
  onProblem: (problem: Error) => void
}

/** One connection that is replaced whenever it is lost, until it is closed. */
export interface KeptConnection {
  /** Runs on the live connection; waits for one. Fails if that one is lost meanwhile. */
  query(text: string, values?: unknown[]): Promise<void>
  close(): Promise<void>
}

const FIRST_DELAY_MS = 50
const LONGEST_DELAY_MS = 5_000
/** A peer that vanished without a word is noticed after so long. */
const CHECK_EVERY_MS = 30_000
const CHECK_WITHIN_MS = 10_000

/** Rejects if the first connection cannot be made. */
export async function keepConnection(options: KeepConnectionOptions): Promise<KeptConnection> {
  const closing = new AbortController()
  let client = await connect(options, closing.signal)
  let live: Promise<Client> = Promise.resolve(client.client)

  async function reconnect(): Promise<Client> {
    for (let delayMs = FIRST_DELAY_MS; ; delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS)) {
      closing.signal.throwIfAborted()
      try {
        client = await connect(options, closing.signal)
        return client.client
      } catch (problem) {
        if (!closing.signal.aborted) options.onProblem(problem as Error)
        await delay(delayMs, undefined, { signal: closing.signal })
      }
    }
  }

  async function keep(): Promise<void> {
    while (!closing.signal.aborted) {
      const problem = await client.lost
      if (closing.signal.aborted) return
      options.onProblem(problem)
      live = reconnect()
      await live
      options.onReconnect?.()
    }
  }

  const finished = keep().catch((error) => {
    if (!closing.signal.aborted) throw error
  })
  return {
    async query(text, values) {
      await (await live).query(text, values)
    },
    async close() {
      closing.abort(new Error('The connection is closed'))
      live.catch(() => {})
      await client.client.end().catch(() => {}) // It is going anyway.
      await finished
    },
  }
}

async function connect(
  { config, prepare }: KeepConnectionOptions,
  closing: AbortSignal,
): Promise<{ client: Client; lost: Promise<Error> }> {
  const client = new pg.Client({ ...config, keepAlive: true })
  const lost = new Promise<Error>((resolve) => {
    client.on('error', resolve)
    client.on('end', () => resolve(new Error('The connection ended')))
  })
  try {
    await client.connect()
    await prepare(client)
    closing.throwIfAborted()
  } catch (error) {
    await client.end().catch(() => {}) // The first problem is the one to tell.
    throw error
  }
  const timer = setInterval(() => void check(client), CHECK_EVERY_MS)
  timer.unref()
  void lost.then(() => clearInterval(timer))
  return { client, lost }
}

/** Destroys a connection on which nothing comes back. */
async function check(client: Client): Promise<void> {
  const answered = new AbortController()
  const late = delay(CHECK_WITHIN_MS, true, { signal: answered.signal }).catch(() => false)
  const isLate = await Promise.race([
    client.query('select 1').then(
      () => false,
      () => true,
    ),
    late,
  ])
  answered.abort()
  if (isLate)
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
}
