import type { Queries } from '@sampan/database'
import type { CodeReviewAction } from '@sampan/platform-api'
import type { Updateable } from 'kysely'
import type { ReviewTables } from '@sampan/database'
import { Refusal } from '../http/refusal'
import { recordStep } from '../process/history'
import { takeStep } from '../process/steps'
import { PROCESS } from './describe-review'
import { REVIEW_STEPS, type ReviewActor } from './rules/review-steps'
import { type ReviewRow, updateReview } from './store'

/** Takes one step of a review and writes it down. Throws a Refusal if it cannot be taken now. */
export async function takeReviewStep(
  tx: Queries,
  step: {
    row: ReviewRow
    action: CodeReviewAction
    actor: ReviewActor
    userId: string
    reason?: string
    change?: Updateable<ReviewTables['code_review']>
  },
): Promise<ReviewRow> {
  const { row, action, actor, userId, reason = '', change = {} } = step
  const outcome = takeStep(REVIEW_STEPS, row.state, action, actor)
  if (!('to' in outcome)) {
    throw new Refusal('not-now', `${action} is not possible while it is ${row.state}`)
  }
  const saved = await updateReview(tx, row, { ...change, state: outcome.to })
  if (!saved) throw new Refusal('changed', 'Somebody changed it meanwhile')
  const { state: from } = row
  await recordStep(tx, {
    process: PROCESS,
    subjectId: row.id,
    action,
    from,
    to: outcome.to,
    actor,
    userId,
    reason,
  })
  return saved
}
