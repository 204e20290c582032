import type { Queries } from '@sampan/database'

export interface AuditedAct {
  userId: string | undefined
  action: string
  subject: string
  subjectId: string
  /** Never a secret: this is kept and shown. */
  details?: Record<string, unknown>
  /** Of the client. */
  address: string
}

/** Writes down what was done, in the transaction that does it. */
export async function audit(tx: Queries, act: AuditedAct): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      user_id: act.userId ?? null,
      action: act.action,
      subject: act.subject,
      subject_id: act.subjectId,
      details: JSON.stringify(act.details ?? {}),
      address: act.address,
    })
    .execute()
}
