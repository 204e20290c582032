import type PgBoss from 'pg-boss'
import type { Transaction } from 'kysely'
import { DatabaseError } from '../database-error'
import type { Database } from '../open-database'
import type { Schema } from '../schema'
import { checkPayload, toQueryable } from './add-job'
import { connectBoss } from './connect-boss'
import type { AnyJobKind } from './define-job'

/** Takes up to `count` jobs that wait; who took them is noted in the same transaction. */
export function takeJobs(
  db: Database,
  kind: AnyJobKind,
  workerId: number,
  count: number,
): Promise<PgBoss.JobWithMetadata[]> {
  return db.transaction(async (tx) => {
    const boss = connectBoss(toQueryable(tx), {})
    const jobs = await boss.fetch<object>(kind.name, { includeMetadata: true, batchSize: count })
    for (const { id } of jobs) {
      const run = { job_id: id, kind: kind.name, worker_id: workerId }
      await tx
        .insertInto('job_run')
        .values(run)
        .onConflict((conflict) => conflict.column('job_id').doUpdateSet(run))
        .execute()
    }
    return jobs
  })
}

/** Runs one job to its end, in whichever way; rejects only if the database cannot be told. */
export async function runJob(
  db: Database,
  kind: AnyJobKind,
  job: PgBoss.JobWithMetadata,
  workerId: number,
  stopping: AbortSignal,
): Promise<void> {
  const timeout = AbortSignal.timeout(kind.timeoutSeconds * 1000)
  const signal = AbortSignal.any([timeout, stopping])
  let state: 'running' | 'committing' | 'done' = 'running'

  async function commit<T>(effect: (tx: Transaction<Schema>) => Promise<T>): Promise<T> {
    if (state !== 'running') throw new Error(`Job '${kind.name}' commits twice`)
    state = 'committing'
    const result = await db.transaction(async (tx) => {
      // First, so that a rival waits here instead of doing the same beside us.
      await finish(tx, kind, job.id, workerId)
      return effect(tx)
    })
    state = 'done'
    return result
  }

  try {
    const payload = checkPayload(kind, job.data)
    await kind.handler(payload, { id: job.id, attempt: job.retryCount + 1, signal, commit })
    if (state === 'running') await commit(async () => {})
  } catch (problem) {
    // Another has it: whatever becomes of it is told there.
    if (problem instanceof DatabaseError && problem.code === 'job-lost') return db.onProblem(problem)
    db.onProblem(new Error(`Job '${kind.name}' ${job.id}: ${(problem as Error).message}`, { cause: problem }))
    // What is committed is done, even if the handler stumbles afterwards.
    if ((state as string) !== 'done') await giveBack(db, kind, job.id, workerId, problem)
  }
}

async function finish(
  tx: Transaction<Schema>,
  kind: AnyJobKind,
  jobId: string,
  workerId: number,
): Promise<void> {
  const isOurs = await removeRun(tx, jobId, workerId)
  if (isOurs) {
    const outcome: unknown = await connectBoss(toQueryable(tx), {}).complete(kind.name, jobId)
    if ((outcome as { affected: number }).affected === 1) return
  }
  throw new DatabaseError('job-lost', `Job '${kind.name}' ${jobId} took too long, or its worker seemed dead`)
}

function giveBack(
  db: Database,
  kind: AnyJobKind,
  jobId: string,
  workerId: number,
  problem: unknown,
): Promise<void> {
  return db.transaction(async (tx) => {
    if (!(await removeRun(tx, jobId, workerId))) return
    const { message, stack } = problem as Error
    await connectBoss(toQueryable(tx), {}).fail(kind.name, jobId, { message, stack })
  })
}

async function removeRun(tx: Transaction<Schema>, jobId: string, workerId: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('job_run')
    .where('job_id', '=', jobId)
    .where('worker_id', '=', workerId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
