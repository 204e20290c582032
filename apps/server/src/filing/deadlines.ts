import { addJob, type AnyJobKind, defineJob, type Schedule } from '@sampan/database'
import type { FilingAction, FilingState } from '@sampan/platform-api'
import * as z from 'zod'
import type { FilingParts } from './filing-parts'
import { notifyAdministrators, notifyStaff } from './notify-administrators'
import { SMS_RULES } from './rules/sms-check'
import { takeFilingStep } from './take-filing-step'

type Transaction = Parameters<typeof addJob>[0]

const EVERY_MINUTE = '* * * * *'
const MOST_AT_ONCE = 200
const DAY_MS = 24 * 3600_000

const ENDS: readonly { states: FilingState[]; action: FilingAction }[] = [
  { states: ['sms-check', 'cancel-check'], action: 'sms-expired' },
  { states: ['platform-rejected', 'regulator-rejected'], action: 'correction-late' },
]

/** What happens to filings by themselves: codes sent once more, deadlines, reminders, papers nobody needs. */
export function createFilingDeadlines(parts: FilingParts): { kinds: AnyJobKind[]; schedules: Schedule[] } {
  const deadlines = defineJob('filing-deadlines', z.object({}), (_payload, run) =>
    run.commit((tx) => keepFilingDeadlines(tx, parts)),
  )
  return { kinds: [deadlines], schedules: [{ kind: deadlines, cron: EVERY_MINUTE, payload: {} }] }
}

/** In one transaction; what is left over is for the next time. */
export async function keepFilingDeadlines(tx: Transaction, parts: FilingParts): Promise<void> {
  await resendCodes(tx, parts)
  for (const { states, action } of ENDS) await endLate(tx, parts, states, action)
  for (const [state, beforeMs] of Object.entries(parts.limits.remindBeforeMs)) {
    await remind(tx, parts, state as FilingState, beforeMs)
  }
  await tx.deleteFrom('filing_document').where('delete_after', '<=', parts.now()).execute()
  const yesterday = new Date(parts.now().getTime() - DAY_MS)
  await tx.deleteFrom('filing_face_task').where('expires_at', '<=', yesterday).execute()
}

async function resendCodes(tx: Transaction, { smsJob, now }: FilingParts): Promise<void> {
  const since = new Date(now().getTime() - SMS_RULES.resendAfterMs)
  const waiting = await tx
    .selectFrom('filing_sms_check')
    .innerJoin('filing', 'filing.id', 'filing_sms_check.filing_id')
    .select('filing_sms_check.id')
    .where('filing.state', 'in', ['sms-check', 'cancel-check'])
    .where('confirmed_at', 'is', null)
    .where('resent_at', 'is', null)
    .where('sent_at', '<=', since)
    .limit(MOST_AT_ONCE)
    .forUpdate('filing_sms_check')
    .skipLocked()
    .execute()
  for (const { id } of waiting) {
    await tx.updateTable('filing_sms_check').set({ resent_at: now() }).where('id', '=', id).execute()
    await addJob(tx, smsJob, { checkId: id })
  }
}

async function endLate(
  tx: Transaction,
  { limits, now }: FilingParts,
  states: FilingState[],
  action: FilingAction,
): Promise<void> {
  const late = await tx
    .selectFrom('filing')
    .selectAll()
    .where('state', 'in', states)
    .where('due_at', '<=', now())
    .orderBy('due_at')
    .limit(MOST_AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const row of late) {
    await takeFilingStep(tx, { row, action, actor: 'clock', userId: undefined, limits, now: now() })
    await notifyAdministrators(tx, await programOf(tx, row.app_id), `filing-${action}`)
  }
}

/** Whoever it waits for hears of it once. */
async function remind(
  tx: Transaction,
  { now }: FilingParts,
  state: FilingState,
  beforeMs: number,
): Promise<void> {
  const soon = await tx
    .selectFrom('filing')
    .select(['id', 'app_id', 'due_at'])
    .where('state', '=', state)
    .where('due_at', '<=', new Date(now().getTime() + beforeMs))
    .where('reminded_at', 'is', null)
    .orderBy('due_at')
    .limit(MOST_AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id, app_id: appId, due_at: dueAt } of soon) {
    await tx.updateTable('filing').set({ reminded_at: now() }).where('id', '=', id).execute()
    const program = await programOf(tx, appId)
    const kind = `filing-reminder-${state}`
    const params = { program: program.name, due: dueAt!.toISOString() }
    if (state === 'platform-review') {
      await notifyStaff(tx, 'reviewer', kind, { params, link: `/review/filings/${id}` })
    } else if (state === 'regulator-review' || state === 'cancelling') {
      await notifyStaff(tx, 'regulator', kind, { params, link: `/regulator/filings/${id}` })
    } else await notifyAdministrators(tx, program, kind, params)
  }
}

async function programOf(tx: Transaction, appId: string) {
  return tx
    .selectFrom('program')
    .select(['app_id', 'name'])
    .where('app_id', '=', appId)
    .executeTakeFirstOrThrow()
}
