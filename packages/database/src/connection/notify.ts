import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Schema } from '../schema'

const LONGEST_PAYLOAD_BYTES = 7_999

/** Listeners hear it when, and only if, the transaction commits. Send ids, not contents. */
export async function notify(tx: Transaction<Schema>, channel: string, payload = ''): Promise<void> {
  if (Buffer.byteLength(payload) > LONGEST_PAYLOAD_BYTES) {
    throw new RangeError(`A notice has at most ${LONGEST_PAYLOAD_BYTES} bytes; send an id`)
  }
  await sql`select pg_notify(${channel}, ${payload})`.execute(tx)
}
