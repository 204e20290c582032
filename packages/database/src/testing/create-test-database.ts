import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import type { ClientBase } from 'pg'
import { migrate } from '../migrations/migrate'
import { MIGRATIONS_FOLDER, readMigrations } from '../migrations/read-migrations'
import { openDatabase } from '../open-database'
import type { Database, DatabaseOptions } from '../open-database'
import { findTestServer } from './find-test-server'

export interface TestDatabase {
  db: Database
  url: string
  /** Closes the handle and removes the database. */
  drop(): Promise<void>
}

const TEMPLATE_LOCK = 1_935_764_578
/** Left by runs that were killed. */
const ABANDONED_AFTER_SECONDS = 3600

/** A database of its own with all migrations, copied from a template that the first test of a run makes. */
export async function createTestDatabase(options: DatabaseOptions = {}): Promise<TestDatabase> {
  const server = await findTestServer()
  const name = `sampan_test_${nowSeconds()}_${randomBytes(6).toString('hex')}`
  await onServer(server, async (client) => {
    const template = await ensureTemplate(client, server)
    await client.query(`create database ${name} template ${template}`)
  })
  const url = withDatabase(server, name)
  const db = await openDatabase({ url }, options)
  return {
    db,
    url,
    async drop() {
      await db.close()
      await onServer(server, (client) => client.query(`drop database ${name} with (force)`))
    },
  }
}

/** An empty database; for tests of migrations themselves. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = await findTestServer()
  const name = `sampan_test_${nowSeconds()}_${randomBytes(6).toString('hex')}`
  await onServer(server, (client) => client.query(`create database ${name} template template0`))
  return {
    url: withDatabase(server, name),
    async drop() {
      await onServer(server, (client) => client.query(`drop database ${name} with (force)`))
    },
  }
}

/** Its name changes with the migrations, so one server serves several checkouts. */
async function ensureTemplate(client: ClientBase, server: string): Promise<string> {
  const migrations = await readMigrations(MIGRATIONS_FOLDER)
  const key = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)
  const template = `sampan_template_${key}`
  if (await exists(client, template)) return template
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  if (await exists(client, template)) return template
  await dropAbandoned(client)
  const draft = `sampan_test_${nowSeconds()}_template_${randomBytes(4).toString('hex')}`
  await client.query(`create database ${draft} template template0`)
  const pool = new pg.Pool({ connectionString: withDatabase(server, draft), max: 1 })
  try {
    await migrate(pool, MIGRATIONS_FOLDER)
  } finally {
    await pool.end()
  }
  // Nobody may be connected to a database that is copied.
  await client.query(`alter database ${draft} allow_connections false`)
  await client.query(`alter database ${draft} rename to ${template}`)
  return template
}

async function exists(client: ClientBase, database: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  return rowCount === 1
}

async function dropAbandoned(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ '^sampan_test_[0-9]+_'`,
  )
  for (const { name } of rows) {
    const age = nowSeconds() - Number(name.split('_')[2])
    if (age > ABANDONED_AFTER_SECONDS) await client.query(`drop database if exists ${name} with (force)`)
  }
}

async function onServer<T>(server: string, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000)
}
