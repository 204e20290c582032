import type { Database } from '../open-database'
import { JOB_CHANNEL, describeRuns } from './add-job'
import { connectBoss } from './connect-boss'
import type { AnyJobKind } from './define-job'
import { joinWorkers } from './join-workers'
import { runJob, takeJobs } from './run-job'

export interface Schedule {
  kind: AnyJobKind
  /** Five fields, in UTC. A minute in which no server runs is skipped: let jobs look for all that is due. */
  cron: string
  payload: object
}

export interface StartJobsOptions {
  schedules?: Schedule[]
  /** Jobs that are due later, or again, are looked for so often; others start at once. */
  pollEveryMs?: number
  /** Workers that died are looked for so often. */
  takeOverEveryMs?: number
  /** Schedules are looked at so often. */
  scheduleEverySeconds?: number
}

export interface RunningJobs {
  /**
   * Takes no further jobs and waits for those that run. After `timeoutMs` their signals abort; who does not end then
   * is left, and runs again elsewhere.
   */
  stop(options?: { timeoutMs?: number }): Promise<void>
}

const KEEP_DEAD_SECONDS = 14 * 24 * 3600
const ABORT_WITHIN_MS = 2_000

/** Offers to run jobs of these kinds in this process. Several processes share them. */
export async function startJobs(
  db: Database,
  kinds: AnyJobKind[],
  options: StartJobsOptions = {},
): Promise<RunningJobs> {
  const { schedules = [], pollEveryMs = 2_000, takeOverEveryMs = 15_000, scheduleEverySeconds = 30 } = options
  const boss = connectBoss(db.pool, {
    supervise: true,
    schedule: schedules.length > 0,
    maintenanceIntervalSeconds: 60,
    archiveFailedAfterSeconds: KEEP_DEAD_SECONDS,
    cronMonitorIntervalSeconds: scheduleEverySeconds,
    cronWorkerIntervalSeconds: Math.min(scheduleEverySeconds, 5),
  })
  boss.on('error', db.onProblem)
  for (const kind of kinds) await boss.createQueue(kind.name)
  for (const { kind, cron, payload } of schedules) {
    await boss.schedule(kind.name, cron, payload, { tz: 'UTC', ...describeRuns(kind) })
  }
  await boss.start()
  await removeOldSchedules(boss, kinds, schedules)

  const worker = await joinWorkers(db)
  const stopping = new AbortController()
  const aborting = new AbortController()
  const running = new Map<string, Promise<void>>()
  const loops = kinds.map((kind) => createLoop(kind))

  /** Takes jobs of a kind until none waits; asked to meanwhile, it looks once more. */
  function createLoop(kind: AnyJobKind) {
    let atWork = 0
    let isTaking = false
    let isAskedAgain = false

    async function take(): Promise<void> {
      isAskedAgain = true
      if (isTaking) return
      isTaking = true
      try {
        while (isAskedAgain && !stopping.signal.aborted && atWork < kind.mostAtOnce) {
          isAskedAgain = false
          const jobs = await takeJobs(db, kind, worker.id, kind.mostAtOnce - atWork)
          for (const job of jobs) start(job)
          if (jobs.length > 0) isAskedAgain = true
        }
      } catch (problem) {
        db.onProblem(problem as Error) // The next poll tries again.
      } finally {
        isTaking = false
      }
    }

    function start(job: Parameters<typeof runJob>[2]): void {
      atWork++
      const run = runJob(db, kind, job, worker.id, aborting.signal)
        .catch(db.onProblem) // Its row stays, and is taken back later.
        .finally(() => {
          atWork--
          running.delete(job.id)
          void take()
        })
      running.set(job.id, run)
    }

    return { name: kind.name, take }
  }

  async function takeAll(): Promise<void> {
    await Promise.all(loops.map(({ take }) => take()))
  }

  async function takeOver(): Promise<void> {
    try {
      if ((await worker.takeOver((id) => running.has(id))) > 0) await takeAll()
    } catch (problem) {
      db.onProblem(problem as Error)
    }
  }

  const stopListening = await db.listen(JOB_CHANNEL, (event) => {
    if (event.type === 'missed') void takeAll()
    else void loops.find(({ name }) => name === event.payload)?.take()
  })
  const timers = [
    setInterval(() => void takeAll(), pollEveryMs),
    setInterval(() => void takeOver(), takeOverEveryMs),
  ]
  await takeOver()
  void takeAll()

  return {
    async stop({ timeoutMs = 30_000 } = {}) {
      stopping.abort()
      timers.forEach(clearInterval)
      await stopListening()
      await boss.stop({ graceful: false })
      if (!(await endsWithin(running, timeoutMs))) {
        aborting.abort(new Error('The server stops'))
        await endsWithin(running, ABORT_WITHIN_MS)
      }
      await worker.leave(running.size === 0)
    },
  }
}

/** Of kinds that we know and that have no schedule any more. */
async function removeOldSchedules(
  boss: ReturnType<typeof connectBoss>,
  kinds: AnyJobKind[],
  schedules: Schedule[],
): Promise<void> {
  const wanted = new Set(schedules.map(({ kind }) => kind.name))
  for (const { name } of await boss.getSchedules()) {
    if (kinds.some((kind) => kind.name === name) && !wanted.has(name)) await boss.unschedule(name)
  }
}

async function endsWithin(running: Map<string, Promise<void>>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)))
  const all = Promise.all(running.values()).then(() => true)
  const isEnded = await Promise.race([all, late])
  clearTimeout(timer)
  return isEnded
}
