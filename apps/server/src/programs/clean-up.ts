import { type AnyJobKind, defineJob, type Queries, type Schedule } from '@sampan/database'
import * as z from 'zod'
import { deleteConfirmations } from '../confirmations/store'
import { idleSince } from '../device-logins/rules/login-limits'
import { deleteOldLogins } from '../device-logins/store'

const EVERY_HOUR = '17 * * * *'
const DAY_MS = 24 * 3600_000

/** What programs leave behind: papers that nobody needs, names that are free again, confirmations of yesterday. */
export function createProgramCleanUp({ now }: { now(): Date }): {
  kinds: AnyJobKind[]
  schedules: Schedule[]
} {
  const cleanUp = defineJob('program-clean-up', z.object({}), (_payload, run) =>
    run.commit((tx) => cleanUpPrograms(tx, now())),
  )
  return { kinds: [cleanUp], schedules: [{ kind: cleanUp, cron: EVERY_HOUR, payload: {} }] }
}

export async function cleanUpPrograms(tx: Queries, now: Date): Promise<void> {
  await tx.deleteFrom('program_paper').where('delete_after', '<=', now).execute()
  await tx.deleteFrom('program_name').where('free_at', '<=', now).execute()
  await tx.deleteFrom('administrator_offer').where('expires_at', '<=', now).execute()
  await deleteOldLogins(tx, now, idleSince(now))
  await deleteConfirmations(tx, new Date(now.getTime() - DAY_MS))
}
