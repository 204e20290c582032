import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { addJob, defineJob, listDeadJobs, openDatabase, retryDeadJob, startJobs } from '../src/index'
import type { AnyJobKind, Database, RunningJobs, StartJobsOptions } from '../src/index'
import { createTestDatabase } from '../src/testing'
import type { TestDatabase } from '../src/testing'
import { defineCountJob } from './count-job'
import { startProcess } from './start-process'

let database: TestDatabase
let db: Database
let problems: Error[]
let running: RunningJobs[]

beforeEach(async () => {
  problems = []
  running = []
  database = await createTestDatabase({ onProblem: (problem) => problems.push(problem) })
  db = database.db
  await sql`create table effect (name text, attempt integer)`.execute(db.kysely)
})

afterEach(async () => {
  await Promise.all(running.map((jobs) => jobs.stop()))
  await database.drop()
})

async function start(kinds: AnyJobKind[], options: StartJobsOptions = {}): Promise<RunningJobs> {
  const jobs = await startJobs(db, kinds, { pollEveryMs: 50, takeOverEveryMs: 50, ...options })
  running.push(jobs)
  return jobs
}

const readEffects = async () =>
  (
    await sql<{ name: string; attempt: number }>`select name, attempt from effect order by name`.execute(
      db.kysely,
    )
  ).rows

const waitForEffects = (names: string[]) =>
  vi.waitFor(async () => expect((await readEffects()).map(({ name }) => name)).toEqual(names), {
    timeout: 20_000,
    interval: 20,
  })

const sleepless: StartJobsOptions = { pollEveryMs: 60_000, takeOverEveryMs: 60_000 }

it('runs a job at once when its transaction commits, and never one that was taken back', async () => {
  const count = defineCountJob()
  await start([count], sleepless)
  const failing = db.transaction(async (tx) => {
    await addJob(tx, count, { name: 'taken back' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await db.transaction((tx) => addJob(tx, count, { name: 'kept' }))
  await waitForEffects(['kept'])
})

it('shares many jobs among processes; each has effect once', async () => {
  const count = defineCountJob()
  await start([count])
  const other = await openDatabase({ url: database.url }, { onProblem: (problem) => problems.push(problem) })
  const otherJobs = await startJobs(other, [count])
  const names = Array.from({ length: 100 }, (_, i) => `job ${String(i).padStart(3, '0')}`)
  await db.transaction(async (tx) => {
    for (const name of names) await addJob(tx, count, { name })
  })
  await waitForEffects(names)
  expect(new Set((await readEffects()).map(({ attempt }) => attempt))).toEqual(new Set([1]))
  await otherJobs.stop()
  await other.close()
  expect(problems).toEqual([])
})

it('runs a job again whose server was killed in the middle of it; it has effect once', async () => {
  const server = startProcess('run-jobs', database.url)
  await server.waitFor((line) => line === 'open')
  await db.transaction((tx) => addJob(tx, defineCountJob(), { name: 'interrupted' }))
  await server.waitFor((line) => line === 'in the middle')
  await server.kill()
  await start([defineCountJob()])
  await waitForEffects(['interrupted'])
  expect(await readEffects()).toEqual([{ name: 'interrupted', attempt: 2 }])
  expect(await db.kysely.selectFrom('job_run').selectAll().execute()).toEqual([])
})

it('gives no effect to a worker whose job another has finished', async () => {
  let resume = () => {}
  const paused = new Promise<void>((resolve) => (resume = resolve))
  let runs = 0
  const slow = defineJob(
    'slow',
    z.object({}),
    async (_payload, { attempt, commit }) => {
      runs++
      if (attempt === 1) await paused
      await commit((tx) => sql`insert into effect values ('slow', ${attempt})`.execute(tx))
    },
    { retryDelaySeconds: 0 },
  )
  await start([slow])
  await db.transaction((tx) => addJob(tx, slow, {}))
  await vi.waitFor(() => expect(runs).toBe(1), { timeout: 10_000 })
  // To all others, a worker without its lock is dead.
  const other = await openDatabase({ url: database.url }, { onProblem: () => {} })
  await db.pool.query(`with dead as (insert into job_worker default values returning id)
    update job_run set worker_id = dead.id from dead`)
  const otherJobs = await startJobs(other, [slow], { pollEveryMs: 50 })
  await waitForEffects(['slow'])
  resume()
  await vi.waitFor(() => expect(problems).toContainEqual(expect.objectContaining({ code: 'job-lost' })))
  expect(await readEffects()).toEqual([{ name: 'slow', attempt: 2 }])
  await otherJobs.stop()
  await other.close()
})

it('tries a failing job again, keeps it when it is dead, and gives it another chance', async () => {
  let isBroken = true
  const fragile = defineJob(
    'fragile',
    z.object({ name: z.string() }),
    async ({ name }, { attempt, commit }) => {
      await commit(async (tx) => {
        await sql`insert into effect values (${name}, ${attempt})`.execute(tx)
        if (isBroken) throw new Error('the mail server is away')
      })
    },
    { mostAttempts: 2, retryDelaySeconds: 0 },
  )
  await start([fragile])
  await db.transaction((tx) => addJob(tx, fragile, { name: 'mail' }))
  const [dead] = await vi.waitFor(
    async () => {
      const found = await listDeadJobs(db)
      expect(found).toHaveLength(1)
      return found
    },
    { timeout: 10_000 },
  )
  expect(dead).toMatchObject({
    kind: 'fragile',
    payload: { name: 'mail' },
    attempts: 2,
    problem: 'the mail server is away',
  })
  expect(await readEffects()).toEqual([])
  isBroken = false
  await retryDeadJob(db, dead!)
  await waitForEffects(['mail'])
})

it('waits for running jobs when it stops, and starts no others', async () => {
  let finish = () => {}
  const pause = new Promise<void>((resolve) => (finish = resolve))
  let begin = () => {}
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const count = defineCountJob(() => {
    begin()
    return pause
  })
  const jobs = await start([count])
  await db.transaction((tx) => addJob(tx, count, { name: 'under way' }))
  await begun
  const stopped = jobs.stop()
  await db.transaction((tx) => addJob(tx, count, { name: 'too late' }))
  finish()
  await stopped
  expect(await readEffects()).toEqual([{ name: 'under way', attempt: 1 }])
  expect(await db.kysely.selectFrom('job_worker').selectAll().execute()).toEqual([])
})

it('starts a job later, and by a schedule', async () => {
  const count = defineCountJob()
  const nightly = { ...defineCountJob(), name: 'nightly' }
  const schedules = [{ kind: nightly, cron: '* * * * *', payload: { name: 'scheduled' } }]
  await start([count, nightly], { schedules, scheduleEverySeconds: 1 })
  const startAt = new Date(Date.now() + 1_000)
  await db.transaction((tx) => addJob(tx, count, { name: 'later' }, { startAt }))
  await waitForEffects(['later', 'scheduled'])
  expect(Date.now()).toBeGreaterThanOrEqual(startAt.getTime())
})

it('refuses payloads that do not fit, and kinds that no server runs', async () => {
  const count = defineCountJob()
  const add = (payload: { name: string }) => db.transaction((tx) => addJob(tx, count, payload))
  await expect(add({ name: 'nobody' })).rejects.toMatchObject({ code: 'job-unknown' })
  await expect(add({} as { name: string })).rejects.toMatchObject({ code: 'job-invalid' })
})
