import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { keepConnection } from '../connection/keep-connection'
import type { Database } from '../open-database'
import type { Schema } from '../schema'
import { toQueryable } from './add-job'
import { connectBoss } from './connect-boss'

/** First half of the advisory locks that say which worker lives; see 0001-jobs.sql. */
const WORKER_LOCK = 1_935_764_577

export interface Worker {
  id: number
  /**
   * The jobs of workers that are gone go back to those that wait; so do our own that nobody here runs, since the
   * database was away when they were taken or given back. Resolves to how many.
   */
  takeOver(isRunning: (jobId: string) => boolean): Promise<number>
  /** With jobs still running, others take them over. */
  leave(isIdle: boolean): Promise<void>
}

/** A number among the processes that run jobs, and a connection whose lock says that this one lives. */
export async function joinWorkers(db: Database): Promise<Worker> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('job_worker', 'id')) as id
  `.execute(db.kysely)
  const { id } = rows[0]!
  const connection = await keepConnection({
    config: { connectionString: db.url, application_name: 'sampan jobs' },
    onProblem: db.onProblem,
    async prepare(client) {
      // The row comes after the lock: without the lock it would be taken for a dead worker's.
      await client.query('select pg_advisory_lock($1, $2)', [WORKER_LOCK, id])
      await client.query('insert into job_worker (id) values ($1) on conflict do nothing', [id])
    },
  })
  let suspects = new Set<string>()

  /** A job that was taken this moment is not running yet: it counts as lost when it is not the next time either. */
  function takeBack(isRunning: (jobId: string) => boolean): Promise<number> {
    return db.transaction(async (tx) => {
      const own = await tx.selectFrom('job_run').selectAll().where('worker_id', '=', id).execute()
      const idle = own.filter(({ job_id }) => !isRunning(job_id))
      const lost = idle.filter(({ job_id }) => suspects.has(job_id))
      suspects = new Set(idle.map(({ job_id }) => job_id))
      for (const { job_id } of lost) await tx.deleteFrom('job_run').where('job_id', '=', job_id).execute()
      await failAll(tx, lost)
      return lost.length
    })
  }

  return {
    id,
    async takeOver(isRunning) {
      return (await takeOver(db, id)) + (await takeBack(isRunning))
    },
    async leave(isIdle) {
      if (isIdle) await db.kysely.deleteFrom('job_worker').where('id', '=', id).execute()
      await connection.close()
    },
  }
}

/**
 * Two may do this at once: each dead worker's lock is had by one of them. A worker that lives, but lost its lock for
 * a moment, loses its jobs too: its `commit` then finds them gone, and they have effect once all the same.
 */
function takeOver(db: Database, ownId: number): Promise<number> {
  return db.transaction(async (tx) => {
    const { rows: dead } = await sql<{ id: number }>`
      select id from job_worker where id <> ${ownId} and pg_try_advisory_xact_lock(${WORKER_LOCK}, id)
    `.execute(tx)
    if (dead.length === 0) return 0
    const ids = dead.map(({ id }) => id)
    const runs = await tx.deleteFrom('job_run').where('worker_id', 'in', ids).returningAll().execute()
    await failAll(tx, runs)
    await tx.deleteFrom('job_worker').where('id', 'in', ids).execute()
    return runs.length
  })
}

async function failAll(tx: Transaction<Schema>, runs: { kind: string; job_id: string }[]): Promise<void> {
  const boss = connectBoss(toQueryable(tx), {})
  for (const { kind, job_id } of runs) await boss.fail(kind, job_id, { message: 'Its server was killed' })
}
