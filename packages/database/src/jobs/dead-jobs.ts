import { sql } from 'kysely'
import type { Database } from '../open-database'
import { connectBoss } from './connect-boss'
import { JOB_CHANNEL } from './add-job'

/** A job whose last attempt failed. */
export interface DeadJob {
  id: string
  kind: string
  payload: unknown
  attempts: number
  problem: string
  failedAt: Date
}

/** The newest first. They are kept for two weeks. */
export async function listDeadJobs(db: Database, most = 100): Promise<DeadJob[]> {
  const { rows } = await sql<DeadJob>`
    select id, name as kind, data as payload, retry_count + 1 as attempts,
      coalesce(output->>'message', output->'value'->>'message', '') as problem, completed_on as "failedAt"
    from pgboss.job where state = 'failed' order by completed_on desc limit ${most}
  `.execute(db.kysely)
  return rows
}

/** Gives a dead job one more attempt, now. */
export async function retryDeadJob(db: Database, { kind, id }: { kind: string; id: string }): Promise<void> {
  await connectBoss(db.pool, {}).retry(kind, id)
  await sql`select pg_notify(${JOB_CHANNEL}, ${kind})`.execute(db.kysely)
}
