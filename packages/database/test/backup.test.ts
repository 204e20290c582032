import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backUp, openDatabase, restoreBackup } from '../src/index'
import type { Database } from '../src/index'
import { createTestDatabase } from '../src/testing'

let root: string
let db: Database
const at = (name: string) => join(root, name)

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sampan-backup-'))
  db = await openDatabase({ folder: at('original') }, { onProblem: () => {} })
  await sql`create table row (id bigint generated always as identity primary key, text text)`.execute(
    db.kysely,
  )
})

afterAll(async () => {
  await db.close()
  await rm(root, { recursive: true, force: true })
})

async function write(count: number): Promise<void> {
  await sql`insert into row (text) select repeat(md5(i::text), 20) from generate_series(1, ${count}) i`.execute(
    db.kysely,
  )
}

const readAll = async (from: Database) =>
  (await sql<{ id: number }>`select id from row order by id`.execute(from.kysely)).rows.map(({ id }) => id)

it('copies what was committed while others write, and the copy starts', async () => {
  await write(5_000)
  const before = await readAll(db)
  let isDone = false
  const writing = (async () => {
    while (!isDone) await write(10)
  })()
  await backUp(db, at('copy'))
  isDone = true
  await writing
  await restoreBackup(at('copy'), at('restored'))
  const restored = await openDatabase({ folder: at('restored') })
  const found = await readAll(restored)
  expect(found.slice(0, before.length)).toEqual(before)
  // Whole statements, in order, and every index entry has its row.
  expect(found.length % 10).toBe(0)
  expect(found).toEqual((await readAll(db)).slice(0, found.length))
  await sql`create extension amcheck`.execute(restored.kysely)
  await sql`select bt_index_check('row_pkey', true)`.execute(restored.kysely)
  await restored.close()
  await expect(restoreBackup(at('copy'), at('restored'))).rejects.toMatchObject({ code: 'folder-not-empty' })
})

it('does not write over anything', async () => {
  await mkdir(at('taken'))
  await expect(backUp(db, at('taken'))).rejects.toMatchObject({ code: 'backup-exists' })
  expect(await readdir(at('taken'))).toEqual([])
})

it('refuses a backup that is damaged, half, or of another version, and leaves nothing', async () => {
  await backUp(db, at('damaged'))
  const manifestPath = at('damaged/manifest.json')
  const text = await readFile(manifestPath, 'utf8')
  const manifest = JSON.parse(text) as { files: { path: string }[]; postgresMajor: number }
  const { path } = manifest.files.find((file) => file.path.startsWith('base/'))!
  const file = at(`damaged/data/${path}`)
  const bytes = await readFile(file)

  async function expectRefusal(code: string, what: string): Promise<void> {
    await expect(restoreBackup(at('damaged'), at('target'))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(what),
    })
    expect(await readdir(at('target')).catch(() => [])).toEqual([])
  }

  const flipped = Buffer.from(bytes)
  flipped[100]! ^= 1
  await writeFile(file, flipped)
  await expectRefusal('backup-damaged', path)
  await writeFile(file, bytes.subarray(0, -1))
  await expectRefusal('backup-damaged', path)
  await rename(file, at('moved'))
  await expectRefusal('backup-damaged', path)
  await rename(at('moved'), file)
  await writeFile(file, bytes)

  await writeFile(manifestPath, text.slice(0, text.length / 2))
  await expectRefusal('backup-damaged', 'no whole backup')
  const outside = {
    ...manifest,
    files: [...manifest.files, { path: '../../escape', sizeBytes: 0, sha256: '' }],
  }
  await writeFile(manifestPath, JSON.stringify(outside))
  await expectRefusal('backup-damaged', '../../escape')
  await writeFile(manifestPath, JSON.stringify({ ...manifest, postgresMajor: 17 }))
  await expectRefusal('backup-of-other-version', 'PostgreSQL 17')
})

it('leaves the backup of a PostgreSQL of others to pg_dump', async () => {
  const { db: external, drop } = await createTestDatabase()
  await expect(backUp(external, at('external'))).rejects.toMatchObject({
    code: 'backup-external',
    message: expect.stringContaining('pg_dump'),
  })
  await drop()
})
