import { Kysely, PostgresDialect } from 'kysely'
import type { IsolationLevel, Transaction } from 'kysely'
import pg from 'pg'
import type { Pool } from 'pg'
import { createListener } from './connection/listener'
import type { ListenHandler } from './connection/listener'
import { VALUE_TYPES } from './connection/value-types'
import { DatabaseError } from './database-error'
import { startEmbeddedServer } from './embedded/start-embedded-server'
import type { EmbeddedServer } from './embedded/start-embedded-server'
import { migrate } from './migrations/migrate'
import { MIGRATIONS_FOLDER } from './migrations/read-migrations'
import type { Schema } from './schema'

export type DatabasePlace =
  /** A PostgreSQL of the operator's. */
  | { url: string }
  /** A PostgreSQL of our own, which runs as long as the handle is open. */
  | { folder: string }

export interface DatabaseOptions {
  /** Of connections in the pool; listening and running jobs take one more each. */
  mostConnections?: number
  /** Tests bring others. */
  migrationsFolder?: string
  /** What went wrong beside any call: a lost connection, a server that ended. It is being mended. */
  onProblem?: (problem: Error) => void
  /** Lines of the embedded server's log. */
  onLog?: (line: string) => void
  /** See EmbeddedServerOptions. */
  transport?: 'socket' | 'loopback'
}

export interface TransactionOptions {
  isolation?: IsolationLevel
  /** A transaction that PostgreSQL gave up for another's sake (deadlock, serialisation) is tried again: 3 times. */
  mostAttempts?: number
}

export interface Database {
  kysely: Kysely<Schema>
  pool: Pool
  url: string
  /** Undefined if the server is not ours. */
  embedded: EmbeddedServer | undefined
  /** `work` may run more than once; what it does beside the database has to bear that. */
  transaction<T>(work: (tx: Transaction<Schema>) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Hears `notify` of all processes. Resolves when it hears, to a function that ends it. */
  listen(channel: string, handler: ListenHandler): Promise<() => Promise<void>>
  onProblem: (problem: Error) => void
  /** Waits for queries under way, then stops an embedded server. */
  close(): Promise<void>
}

const DEFAULT_CONNECTIONS = 10
const CONNECT_WITHIN_MS = 15_000
const GIVEN_UP = new Set(['40001', '40P01'])

/** Starts or finds the server, and brings its tables up to date. Rejects with a DatabaseError that says what to do. */
export async function openDatabase(place: DatabasePlace, options: DatabaseOptions = {}): Promise<Database> {
  const { onProblem = (problem) => console.error(`Database: ${problem.message}`) } = options
  const embedded =
    'folder' in place
      ? await startEmbeddedServer({
          folder: place.folder,
          transport: options.transport,
          onLog: options.onLog,
          onProblem,
        })
      : undefined
  const url = embedded ? embedded.url() : (place as { url: string }).url
  const pool = new pg.Pool({
    connectionString: url,
    max: options.mostConnections ?? DEFAULT_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    application_name: 'sampan',
    types: VALUE_TYPES,
  })
  // Of connections in use, which may be idle inside a transaction: the next statement fails with it.
  pool.on('connect', (client) => client.on('error', () => {}))
  // Of connections that nobody uses: without a handler, a server that restarts would end this process.
  let isClosing = false
  pool.on('error', (problem) => {
    if (!isClosing) onProblem(problem)
  })
  const listener = createListener({ connectionString: url }, onProblem)
  try {
    await requireConnection(pool)
    await migrate(pool, options.migrationsFolder ?? MIGRATIONS_FOLDER)
  } catch (error) {
    isClosing = true
    await pool.end()
    await embedded?.stop()
    throw error
  }
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    kysely,
    pool,
    url,
    embedded,
    transaction: (work, transactionOptions) => transact(kysely, work, transactionOptions),
    listen: listener.listen,
    onProblem,
    async close() {
      isClosing = true
      await listener.close()
      await pool.end()
      await embedded?.stop()
    },
  }
}

async function requireConnection(pool: Pool): Promise<void> {
  try {
    await pool.query('select 1')
  } catch (cause) {
    const { hostname, port, pathname } = describeTarget(pool.options.connectionString)
    throw new DatabaseError(
      'cannot-connect',
      `No connection to PostgreSQL at ${hostname}:${port || 5432}${pathname}: ${describe(cause)}. ` +
        'Is it running, and are name and password in DATABASE_URL right?',
      { cause },
    )
  }
}

/** Without the password. */
function describeTarget(url: string | undefined): { hostname: string; port: string; pathname: string } {
  try {
    return new URL(url ?? '')
  } catch {
    return { hostname: '?', port: '', pathname: '' }
  }
}

function describe(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(describe).join('; ')
  return cause instanceof Error ? cause.message : String(cause)
}

async function transact<T>(
  kysely: Kysely<Schema>,
  work: (tx: Transaction<Schema>) => Promise<T>,
  { isolation = 'read committed', mostAttempts = 3 }: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await kysely.transaction().setIsolationLevel(isolation).execute(work)
    } catch (error) {
      if (attempt >= mostAttempts || !GIVEN_UP.has((error as { code?: string }).code ?? '')) throw error
    }
  }
}
