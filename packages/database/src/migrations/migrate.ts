import type { ClientBase, Pool } from 'pg'
import { DatabaseError } from '../database-error'
import { installJobs } from '../jobs/install-jobs'
import { readMigrations } from './read-migrations'
import type { Migration } from './read-migrations'

/** Any number that nobody else in this database locks. */
const MIGRATION_LOCK = 1_935_764_576
const OLDEST_SERVER_VERSION = 150_000

/**
 * Brings the database to where the files are; forward only, each file in a transaction of its own. Servers that
 * start at once wait for each other. Resolves to the names of the files that were applied.
 */
export async function migrate(pool: Pool, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = await pool.connect()
  let problem: Error | undefined
  try {
    await requireServer(client)
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const applied = await applyAll(client, migrations)
    await installJobs(client)
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
    return applied
  } catch (error) {
    problem = error as Error
    throw error
  } finally {
    // A connection with an error is closed, and the lock goes with it.
    client.release(problem)
  }
}

async function requireServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version_num') version`,
  )
  const version = Number(rows[0]!.version)
  if (version >= OLDEST_SERVER_VERSION) return
  throw new DatabaseError(
    'server-too-old',
    `Sampan needs PostgreSQL ${OLDEST_SERVER_VERSION / 10_000} or newer; this is ${Math.floor(version / 10_000)}.`,
  )
}

async function applyAll(client: ClientBase, migrations: Migration[]): Promise<string[]> {
  await client.query(`create table if not exists sampan_migration (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`)
  const { rows: applied } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from sampan_migration order by name',
  )
  const checksums = new Map(applied.map(({ name, checksum }) => [name, checksum]))
  const last = applied.at(-1)?.name ?? ''
  const names = new Set(migrations.map(({ name }) => name))

  const missing = applied.filter(({ name }) => !names.has(name))
  if (missing.length > 0) {
    throw new DatabaseError(
      'migration-missing',
      `The database has ${missing.map(({ name }) => name).join(', ')}, which this Sampan does not know: ` +
        'a newer one has used it. Start that one, or restore a backup from before.',
    )
  }
  const pending: Migration[] = []
  for (const migration of migrations) {
    const checksum = checksums.get(migration.name)
    if (checksum === undefined) pending.push(migration)
    else if (checksum !== migration.checksum) throw describeChange(migration)
  }
  const late = pending.find(({ name }) => name < last)
  if (late) {
    throw new DatabaseError(
      'migration-out-of-order',
      `${late.name} is new but sorts before ${last}, which is applied: give it the next free number.`,
    )
  }
  for (const migration of pending) await apply(client, migration)
  return pending.map(({ name }) => name)
}

async function apply(client: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  const transactionId = async () =>
    (await client.query<{ id: string }>('select pg_current_xact_id()::text id')).rows[0]!.id
  await client.query('begin')
  try {
    const id = await transactionId()
    await client.query(sql)
    if ((await transactionId()) !== id) throw new Error('it ends the transaction that it runs in')
    await client.query('insert into sampan_migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new DatabaseError('migration-failed', `Migration ${name} failed: ${(cause as Error).message}`, {
      cause,
    })
  }
}

function describeChange({ name }: Migration): DatabaseError {
  return new DatabaseError(
    'migration-changed',
    `${name}.sql is not the file that was applied to this database. Migrations never change: put the old text ` +
      'back and add a new file for what you want.',
  )
}
