import type { Transaction } from 'kysely'
import type { Schema } from '../schema'

/** What zod's schemas are, as far as we need them. */
export interface PayloadSchema<Payload> {
  parse(value: unknown): Payload
}

export interface JobRun {
  id: string
  /** 1 for the first. */
  attempt: number
  /** Aborts when the job's time is up, or when the server cannot wait for it any longer. */
  signal: AbortSignal
  /**
   * The job's effect. It and the end of the job are one transaction: the effect is there exactly once, however often
   * the job is interrupted before. Slow work goes before it, and has to bear being repeated. At most one per run; a
   * handler that returns without one ends its job too.
   */
  commit<T>(effect: (tx: Transaction<Schema>) => Promise<T>): Promise<T>
}

export type JobHandler<Payload> = (payload: Payload, run: JobRun) => Promise<void>

export interface JobOptions {
  /** First one included. At least 2: a job whose server is killed runs once more. */
  mostAttempts?: number
  /** Before the second attempt; doubles with each further one, with some chance in it. Zero: at once, always. */
  retryDelaySeconds?: number
  /** The whole run; afterwards the job counts as failed and runs again. */
  timeoutSeconds?: number
  /** Of this kind, in one process. */
  mostAtOnce?: number
}

export interface JobKind<Payload> extends Required<JobOptions> {
  name: string
  schema: PayloadSchema<Payload>
  handler: JobHandler<Payload>
}

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** A kind of job. Its name is in the database: jobs of a name that is gone are never run. */
export function defineJob<Payload extends object>(
  name: string,
  schema: PayloadSchema<Payload>,
  handler: JobHandler<Payload>,
  options: JobOptions = {},
): JobKind<Payload> {
  const { mostAttempts = 8, retryDelaySeconds = 5, timeoutSeconds = 900, mostAtOnce = 2 } = options
  if (!NAME.test(name)) throw new RangeError(`A job is called like check-domains, not '${name}'`)
  if (mostAttempts < 2) throw new RangeError(`${name}: a job has at least 2 attempts`)
  return { name, schema, handler, mostAttempts, retryDelaySeconds, timeoutSeconds, mostAtOnce }
}

/** For lists of kinds: what is done with a payload goes through the kind's own schema. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyJobKind = JobKind<any>
