import type { Queries } from '@sampan/database'
import type { FilingAction, FilingState } from '@sampan/platform-api'
import { Refusal } from '../http/refusal'
import { recordStep } from '../process/history'
import { takeStep } from '../process/steps'
import { dueAfterWorkingDays, WEEKENDS_ONLY } from '../process/working-days'
import type { FilingLimits } from './rules/filing-limits'
import { FILING_STEPS, type FilingActor } from './rules/filing-steps'
import { SMS_RULES } from './rules/sms-check'
import { type FilingChange, type FilingRow, setDocumentsEnd, updateFiling } from './store'

export const PROCESS = 'filing'
const DAY_MS = 24 * 3600_000
const ENDED: ReadonlySet<FilingState> = new Set(['filed', 'cancelled'])

/** Takes one step of a filing and writes it down. Throws a Refusal if it cannot be taken now, or by this one. */
export async function takeFilingStep(
  tx: Queries,
  step: {
    row: FilingRow
    action: FilingAction
    actor: FilingActor
    userId: string | undefined
    reason?: string
    change?: FilingChange
    limits: FilingLimits
    now: Date
  },
): Promise<FilingRow> {
  const { row, action, actor, userId, reason = '', change = {}, limits, now } = step
  const outcome = takeStep(FILING_STEPS, row.state, action, actor)
  // A change is given up only where something is filed.
  if (!('to' in outcome) || (action === 'give-up-change' && row.number === null)) {
    const isOthers = 'refused' in outcome && outcome.refused === 'not-yours'
    throw new Refusal(
      isOthers ? 'forbidden' : 'not-now',
      `${action} is not possible while it is ${row.state}`,
    )
  }
  const saved = await updateFiling(tx, row, {
    ...change,
    state: outcome.to,
    due_at: dueAt(outcome.to, limits, now),
    reminded_at: null,
  })
  if (!saved) throw new Refusal('changed', 'Somebody changed it meanwhile')
  const end = ENDED.has(outcome.to) ? new Date(now.getTime() + limits.keepDocumentsDays * DAY_MS) : null
  await setDocumentsEnd(tx, row.id, end)
  const { from, to, number } = { from: row.state, to: outcome.to, number: saved.number ?? row.number }
  await recordStep(tx, {
    process: PROCESS,
    subjectId: row.id,
    action,
    from,
    to,
    actor,
    userId,
    reason,
    details: { kind: saved.kind, ...(number !== null && { number }) },
  })
  return saved
}

/** What one may do with a filing in this state. */
export function possibleActions(
  row: Pick<FilingRow, 'state' | 'number'>,
  actor: FilingActor,
): FilingAction[] {
  const actions = FILING_STEPS.filter((step) => step.from.includes(row.state) && step.by.includes(actor))
  return [...new Set(actions.map(({ action }) => action))].filter(
    (action) => action !== 'give-up-change' || row.number !== null,
  )
}

function dueAt(state: FilingState, limits: FilingLimits, now: Date): Date | null {
  const workingDays = (days: number) => dueAfterWorkingDays(now, days, WEEKENDS_ONLY)
  switch (state) {
    case 'platform-review':
      return workingDays(limits.reviewWorkingDays)
    case 'platform-rejected':
    case 'regulator-rejected':
      return workingDays(limits.correctionWorkingDays)
    case 'sms-check':
    case 'cancel-check':
      return new Date(now.getTime() + SMS_RULES.validMs)
    case 'regulator-review':
    case 'cancelling':
      return workingDays(limits.regulatorWorkingDays)
    default:
      return null
  }
}
