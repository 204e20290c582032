import { type AnyJobKind, type Database, defineJob, type Schedule } from '@sampan/database'
import * as z from 'zod'
import { deleteMeasurements, listDueBackends, saveMeasurements } from '../store'
import type { BackendNetwork } from './connect-backend'
import { mapLimited, measureBackend } from './measure-backend'

const EVERY_TEN_MINUTES = '*/10 * * * *'
const HOUR_MS = 3600_000
const KEPT_MS = 7 * 24 * HOUR_MS
const MOST_PER_RUN = 300
const AT_ONCE = 8

/** Every server about once an hour, those first that have waited longest. */
export function defineMeasureJob({
  db,
  network,
  now,
}: {
  db: Database
  network: BackendNetwork
  now(): Date
}): { kinds: AnyJobKind[]; schedules: Schedule[] } {
  const kind = defineJob(
    'measure-backends',
    z.object({}),
    async (_payload, { signal, commit }) => {
      const before = new Date(now().getTime() - HOUR_MS)
      const due = await listDueBackends(db.kysely, before, MOST_PER_RUN)
      const measured = await mapLimited(due, AT_ONCE, async (address) =>
        signal.aborted ? undefined : { address, at: now(), result: await measureBackend(network, address) },
      )
      await commit(async (tx) => {
        await saveMeasurements(
          tx,
          measured.filter((one) => one !== undefined),
        )
        await deleteMeasurements(tx, new Date(now().getTime() - KEPT_MS))
      })
    },
    { mostAttempts: 2, mostAtOnce: 1 },
  )
  return { kinds: [kind], schedules: [{ kind, cron: EVERY_TEN_MINUTES, payload: {} }] }
}
