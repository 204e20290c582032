import type { Queries } from '@sampan/database'
import type { CodeReview, CodeReviewAction, ReviewFinding } from '@sampan/platform-api'
import { readHistory } from '../process/history'
import { findUserName, findVersion } from '../versions/store'
import { REVIEW_STEPS, type ReviewActor } from './rules/review-steps'
import type { ReviewRow } from './store'

export const PROCESS = 'code-review'

/** `actor`: whoever asks, if they may do something with it. */
export async function describeReview(
  queries: Queries,
  row: ReviewRow,
  actor: ReviewActor | undefined,
): Promise<CodeReview> {
  const version = (await findVersion(queries, row.version_id))!
  const actions = REVIEW_STEPS.filter(
    ({ action, from, by }) =>
      actor !== undefined &&
      from.includes(row.state) &&
      by.includes(actor) &&
      action !== 'replace' &&
      !(action === 'expedite' && row.is_expedited) &&
      !(action === 'appeal' && row.has_appealed),
  ).map(({ action }): CodeReviewAction => action)
  return {
    id: row.id,
    appId: row.app_id,
    version: {
      id: version.id,
      number: version.number,
      remark: version.remark,
      sizeBytes: version.packages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    },
    state: row.state,
    form: row.form,
    findings: row.findings as ReviewFinding[],
    grounds: row.grounds,
    isExpedited: row.is_expedited,
    submittedBy: await findUserName(queries, row.submitted_by),
    submittedAt: row.submitted_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    revision: row.revision,
    actions,
    history: (await readHistory(queries, PROCESS, row.id)) as CodeReview['history'],
  }
}
