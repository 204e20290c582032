import { cp, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../src/index'
import { createEmptyDatabase } from '../src/testing'
import { startProcess } from './start-process'

const OURS = fileURLToPath(new URL('../migrations', import.meta.url))

let migrationsFolder: string
let database: Awaited<ReturnType<typeof createEmptyDatabase>>

beforeEach(async () => {
  migrationsFolder = await mkdtemp(join(tmpdir(), 'sampan-migrations-'))
  await cp(OURS, migrationsFolder, { recursive: true })
  database = await createEmptyDatabase()
})

afterEach(async () => {
  await database.drop()
  await rm(migrationsFolder, { recursive: true, force: true })
})

const add = (file: string, text: string) => writeFile(join(migrationsFolder, file), text)

async function open<T>(use: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const db = await openDatabase({ url: database.url }, { migrationsFolder })
  try {
    return await use(db)
  } finally {
    await db.close()
  }
}

const readApplied = () =>
  open(async ({ kysely }) => {
    const { rows } = await sql<{ name: string }>`select name from sampan_migration order by name`.execute(
      kysely,
    )
    return rows.map(({ name }) => name)
  })

const listFiles = async () => (await readdir(OURS)).map((file) => file.replace('.sql', '')).sort()

it('applies each file once, new ones at the next start', async () => {
  expect(await readApplied()).toEqual(await listFiles())
  await add('9001-notes.sql', 'create table note (id integer); insert into note values (1);')
  expect(await readApplied()).toContain('9001-notes')
  await open(async ({ kysely }) => {
    const { rows } = await sql`select id from note`.execute(kysely)
    expect(rows).toEqual([{ id: 1 }])
  })
})

it('is raced by three servers that start at once', async () => {
  await add(
    '9001-slow.sql',
    'create table slow (id integer); select pg_sleep(0.3); insert into slow values (1);',
  )
  const argument = JSON.stringify([{ url: database.url }, { migrationsFolder }])
  const servers = [1, 2, 3].map(() => startProcess('open-once', argument))
  const said = await Promise.all(servers.map((server) => server.waitFor(() => true)))
  expect(said).toEqual(['open', 'open', 'open'])
  await Promise.all(servers.map((server) => server.finish()))
  await open(async ({ kysely }) => {
    const { rows } = await sql`select count(*) as count from slow`.execute(kysely)
    expect(rows).toEqual([{ count: 1 }])
  })
})

it('takes a file back whole when one statement of it fails', async () => {
  await add('9001-half.sql', 'create table half (id integer); insert into nowhere values (1);')
  await expect(readApplied()).rejects.toMatchObject({
    code: 'migration-failed',
    message: expect.stringContaining('9001-half failed: relation "nowhere" does not exist'),
  })
  await add('9001-half.sql', 'create table half (id integer);')
  expect(await readApplied()).toContain('9001-half')
})

it('refuses a file that ends its transaction', async () => {
  await add('9001-commit.sql', 'create table early (id integer); commit; begin;')
  await expect(readApplied()).rejects.toMatchObject({ code: 'migration-failed' })
})

it('refuses a database whose files were changed, renamed or removed', async () => {
  await add('9001-notes.sql', 'create table note (id integer);')
  await readApplied()
  await add('9001-notes.sql', 'create table note (id bigint);')
  await expect(readApplied()).rejects.toMatchObject({ code: 'migration-changed' })
  await rename(join(migrationsFolder, '9001-notes.sql'), join(migrationsFolder, '9002-notes.sql'))
  await expect(readApplied()).rejects.toMatchObject({
    code: 'migration-missing',
    message: expect.stringContaining('9001-notes'),
  })
})

it('does not mind the line ends of a checkout', async () => {
  await add('9001-notes.sql', 'create table note (\n  id integer\n);\n')
  await readApplied()
  await add('9001-notes.sql', 'create table note (\r\n  id integer\r\n);\r\n')
  expect(await readApplied()).toContain('9001-notes')
})

it('refuses numbers that are used twice, come too late, or are none', async () => {
  await add('9002-later.sql', 'select 1')
  await readApplied()
  await add('9001-earlier.sql', 'select 1')
  await expect(readApplied()).rejects.toMatchObject({ code: 'migration-out-of-order' })
  await add('9002-again.sql', 'select 1')
  await expect(readApplied()).rejects.toMatchObject({ code: 'migration-invalid' })
  await rm(join(migrationsFolder, '9002-again.sql'))
  await add('notes.sql', 'select 1')
  await expect(readApplied()).rejects.toMatchObject({ code: 'migration-invalid' })
})
