import type { Queries } from '@sampan/database'
import type { PhoneContact, PhoneContactOutcome, StepRecord } from '@sampan/platform-api'

export interface TakenStep {
  process: string
  subjectId: string
  action: string
  from: string
  to: string
  actor: string
  /** Undefined for clocks and providers. */
  userId: string | undefined
  reason?: string
  details?: Record<string, unknown>
}

/** In the transaction of the step itself. */
export async function recordStep(tx: Queries, step: TakenStep): Promise<void> {
  await tx
    .insertInto('process_step')
    .values({
      process: step.process,
      subject_id: step.subjectId,
      action: step.action,
      from_state: step.from,
      to_state: step.to,
      actor: step.actor,
      user_id: step.userId ?? null,
      reason: step.reason ?? '',
      details: JSON.stringify(step.details ?? {}),
    })
    .execute()
}

export async function readHistory(db: Queries, process: string, subjectId: string): Promise<StepRecord[]> {
  const rows = await db
    .selectFrom('process_step')
    .leftJoin('auth.user', 'auth.user.id', 'process_step.user_id')
    .select(['action', 'from_state', 'to_state', 'actor', 'reason', 'at', 'auth.user.name as by'])
    .where('process', '=', process)
    .where('subject_id', '=', subjectId)
    .orderBy('process_step.id')
    .execute()
  return rows.map((row) => ({
    action: row.action,
    from: row.from_state,
    to: row.to_state,
    actor: row.actor,
    by: row.by ?? '',
    reason: row.reason,
    at: row.at.toISOString(),
  }))
}

export async function recordPhoneContact(
  tx: Queries,
  contact: {
    process: string
    subjectId: string
    reviewerId: string
    outcome: PhoneContactOutcome
    note: string
  },
): Promise<void> {
  await tx
    .insertInto('phone_contact')
    .values({
      process: contact.process,
      subject_id: contact.subjectId,
      reviewer_id: contact.reviewerId,
      outcome: contact.outcome,
      note: contact.note,
    })
    .execute()
}

export async function readPhoneContacts(
  db: Queries,
  process: string,
  subjectId: string,
): Promise<PhoneContact[]> {
  const rows = await db
    .selectFrom('phone_contact')
    .innerJoin('auth.user', 'auth.user.id', 'phone_contact.reviewer_id')
    .select(['outcome', 'note', 'at', 'auth.user.name as by'])
    .where('process', '=', process)
    .where('subject_id', '=', subjectId)
    .orderBy('phone_contact.id')
    .execute()
  return rows.map((row) => ({ outcome: row.outcome, note: row.note, by: row.by, at: row.at.toISOString() }))
}
