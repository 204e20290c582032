import { CompiledQuery, sql } from 'kysely'
import type { Transaction } from 'kysely'
import type PgBoss from 'pg-boss'
import { DatabaseError } from '../database-error'
import type { Schema } from '../schema'
import { connectBoss } from './connect-boss'
import type { AnyJobKind, JobKind } from './define-job'

export interface AddJobOptions {
  /** Else as soon as the transaction commits. */
  startAt?: Date
  /** Of jobs that wait, those with a higher number come first. */
  priority?: number
}

/** The channel on which workers hear that a job of a kind waits. */
export const JOB_CHANNEL = 'sampan_job'

/** Adds a job that exists if, and only if, the transaction commits. Resolves to its id. */
export async function addJob<Payload extends object>(
  tx: Transaction<Schema>,
  kind: JobKind<Payload>,
  payload: Payload,
  { startAt, priority = 0 }: AddJobOptions = {},
): Promise<string> {
  const checked = checkPayload(kind, payload)
  const id = await connectBoss(toQueryable(tx), {}).send(kind.name, checked, {
    ...describeRuns(kind),
    priority,
    ...(startAt && { startAfter: startAt }),
  })
  if (!id) {
    throw new DatabaseError(
      'job-unknown',
      `No server has offered to run '${kind.name}' yet: call startJobs first`,
    )
  }
  await sql`select pg_notify(${JOB_CHANNEL}, ${kind.name})`.execute(tx)
  return id
}

export function checkPayload<Payload>(kind: JobKind<Payload>, payload: unknown): Payload {
  try {
    return kind.schema.parse(payload)
  } catch (cause) {
    throw new DatabaseError('job-invalid', `Job '${kind.name}': ${(cause as Error).message}`, { cause })
  }
}

/** A kind's options in the library's words. */
export function describeRuns(kind: AnyJobKind): PgBoss.SendOptions {
  return {
    retryLimit: kind.mostAttempts - 1,
    retryDelay: kind.retryDelaySeconds,
    retryBackoff: kind.retryDelaySeconds > 0,
    expireInSeconds: kind.timeoutSeconds,
  }
}

export function toQueryable(tx: Transaction<Schema>) {
  return {
    async query(text: string, values: unknown[] = []) {
      const { rows } = await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values))
      return { rows }
    },
  }
}
