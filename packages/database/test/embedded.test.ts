import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { addJob, findRunningServer, openDatabase, startJobs } from '../src/index'
import type { Database } from '../src/index'
import { defineCountJob } from './count-job'
import { isAlive, readServerPid } from './server-process'

let folder: string
let opened: Database[] = []

// One folder for all: the first start of a database is the slow one.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sampan-embedded-'))
})

afterEach(async () => {
  await Promise.all(opened.map((db) => db.close()))
  opened = []
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function open(options: Parameters<typeof openDatabase>[1] = {}): Promise<Database> {
  const db = await openDatabase({ folder }, { onProblem: () => {}, ...options })
  opened.push(db)
  return db
}

async function close(db: Database): Promise<void> {
  opened = opened.filter((other) => other !== db)
  await db.close()
}

it('keeps its rows from one start to the next, and leaves no process', async () => {
  const first = await open()
  await sql`create table note as select 'kept' as text`.execute(first.kysely)
  const pid = await readServerPid(folder)
  await close(first)
  expect(isAlive(pid)).toBe(false)
  const { rows } = await sql`select text from note`.execute((await open()).kysely)
  expect(rows).toEqual([{ text: 'kept' }])
})

it('starts the server again when it dies', async () => {
  const problems: unknown[] = []
  const db = await open({ onProblem: (problem) => problems.push(problem) })
  const pid = await readServerPid(folder)
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(
    async () => {
      expect(await readServerPid(folder)).not.toBe(pid)
      await sql`select 1`.execute(db.kysely)
    },
    { timeout: 20_000, interval: 50 },
  )
  expect(problems).toContainEqual(expect.objectContaining({ code: 'server-died' }))
})

it('finishes the jobs, once, whose server died in the middle of their effect', async () => {
  const db = await open()
  await sql`create table effect (name text, attempt integer)`.execute(db.kysely)
  let pauses = 0
  const count = defineCountJob(async () => {
    if (pauses++ > 0) return
    const pid = await readServerPid(folder)
    process.kill(pid, 'SIGKILL')
    // Until then, the process behind this connection might still commit.
    await vi.waitFor(async () => expect(await readServerPid(folder)).not.toBe(pid), { timeout: 20_000 })
  })
  const jobs = await startJobs(db, [count], { pollEveryMs: 50, takeOverEveryMs: 50 })
  await db.transaction((tx) => addJob(tx, count, { name: 'interrupted' }))
  const readEffects = async () => (await sql`select * from effect`.execute(db.kysely)).rows
  await vi.waitFor(
    async () =>
      expect(await readEffects()).toEqual([
        { name: 'interrupted', attempt: expect.toSatisfy((attempt: number) => attempt > 1) },
      ]),
    {
      timeout: 20_000,
      interval: 50,
    },
  )
  await jobs.stop()
})

it('can be asked for by a command beside the server', async () => {
  const db = await open()
  const running = await findRunningServer(folder)
  const beside = await openDatabase({ url: running!.url })
  await beside.close()
  await close(db)
  expect(await findRunningServer(folder)).toBeUndefined()
})

it('listens on a port with a password where there are no unix sockets', async () => {
  const db = await open({ transport: 'loopback' })
  const url = new URL(db.url)
  expect(url.hostname).toBe('127.0.0.1')
  url.password = 'wrong'
  await expect(openDatabase({ url: url.href })).rejects.toMatchObject({ code: 'cannot-connect' })
  const pid = await readServerPid(folder)
  await close(db)
  expect(isAlive(pid)).toBe(false)
})

it('starts beside a process that has the number of a server that crashed', async () => {
  await close(await open())
  await writeFile(
    join(folder, 'data/postmaster.pid'),
    `${process.pid}\n${folder}/data\n1\n5432\n\n\n\nready\n`,
  )
  await sql`select 1`.execute((await open()).kysely)
})

it('says what to do about a folder that it cannot use', async () => {
  const openIn = (name: string) => openDatabase({ folder: join(folder, name) })
  await writeFile(join(folder, 'file'), '')
  await expect(openIn('file/database')).rejects.toMatchObject({ code: 'folder-not-writable' })
  await mkdir(join(folder, 'older/data'), { recursive: true })
  await writeFile(join(folder, 'older/data/PG_VERSION'), '17\n')
  await expect(openIn('older')).rejects.toMatchObject({ code: 'folder-of-other-version' })
  await mkdir(join(folder, 'other/data'), { recursive: true })
  await expect(openIn('other')).rejects.toMatchObject({ code: 'folder-not-empty' })
})
