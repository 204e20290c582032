import type { Queries } from '@sampan/database'
import type { ApplicationAction } from '@sampan/platform-api'
import { Refusal } from '../http/refusal'
import { recordStep } from '../process/history'
import { takeStep } from '../process/steps'
import { dueAfterWorkingDays, WEEKENDS_ONLY } from '../process/working-days'
import { PROCESS } from './describe-application'
import {
  APPLICATION_STEPS,
  type ApplicationActor,
  KEEP_PAPERS_DAYS,
  REVIEW_WORKING_DAYS,
} from './rules/application-steps'
import { type ApplicationRow, setPapersEnd, updateApplication } from './store'

const DAY_MS = 24 * 3600_000

/** Takes one step of an application and writes it down. Throws a Refusal if it cannot be taken now. */
export async function takeApplicationStep(
  tx: Queries,
  step: {
    row: ApplicationRow
    action: ApplicationAction
    actor: ApplicationActor
    userId: string
    reason?: string
    now: Date
  },
): Promise<ApplicationRow> {
  const { row, action, actor, userId, reason = '', now } = step
  const outcome = takeStep(APPLICATION_STEPS, row.state, action, actor)
  if (!('to' in outcome)) {
    throw new Refusal('not-now', `${action} is not possible while it is ${row.state}`)
  }
  const isWaiting = outcome.to === 'in-review'
  const saved = await updateApplication(tx, row, {
    state: outcome.to,
    due_at: isWaiting ? dueAfterWorkingDays(now, REVIEW_WORKING_DAYS[row.kind], WEEKENDS_ONLY) : null,
    ...(isWaiting && { submitted_at: now }),
  })
  if (!saved) throw new Refusal('changed', 'Somebody changed it meanwhile')
  const end = outcome.to === 'approved' ? new Date(now.getTime() + KEEP_PAPERS_DAYS * DAY_MS) : null
  await setPapersEnd(tx, row.id, end)
  await recordStep(tx, {
    process: PROCESS,
    subjectId: row.id,
    action,
    from: row.state,
    to: outcome.to,
    actor,
    userId,
    reason,
  })
  return saved
}
