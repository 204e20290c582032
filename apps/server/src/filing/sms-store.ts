import type { FilingTables, Queries } from '@sampan/database'
import type { FilingSmsCheck, SmsRecipient } from '@sampan/platform-api'
import type { Selectable } from 'kysely'
import { maskSecret } from '../documents/mask-secret'
import { personOf } from './principals'
import { SMS_RULES } from './rules/sms-check'

export type SmsCheckRow = Selectable<FilingTables['filing_sms_check']>

export async function listSmsChecks(db: Queries, filingId: string): Promise<SmsCheckRow[]> {
  return db
    .selectFrom('filing_sms_check')
    .selectAll()
    .where('filing_id', '=', filingId)
    .orderBy('recipient')
    .execute()
}

/** With `lock`, answers to it wait for each other. */
export async function findSmsCheck(db: Queries, id: string, lock?: 'lock'): Promise<SmsCheckRow | undefined> {
  return db
    .selectFrom('filing_sms_check')
    .selectAll()
    .where('id', '=', id)
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst()
}

/** A new round: what was sent before is worth nothing. */
export async function replaceSmsChecks(
  tx: Queries,
  filingId: string,
  checks: readonly { id: string; recipient: SmsRecipient; code: Buffer }[],
  sentAt: Date,
): Promise<void> {
  await tx.deleteFrom('filing_sms_check').where('filing_id', '=', filingId).execute()
  for (const check of checks) {
    await tx
      .insertInto('filing_sms_check')
      .values({ ...check, filing_id: filingId, sent_at: sentAt })
      .execute()
  }
}

export function smsCheckView(
  row: SmsCheckRow,
  {
    row: filing,
    program,
    answers,
  }: { row: { state: string }; program: { name: string }; answers: Record<string, string> },
  now: Date,
): FilingSmsCheck {
  const expiresAt = new Date(row.sent_at.getTime() + SMS_RULES.validMs)
  const isWaitedFor = filing.state === 'sms-check' || filing.state === 'cancel-check'
  return {
    id: row.id,
    recipient: row.recipient,
    programName: program.name,
    phone: maskSecret(personOf(answers, row.recipient).phone),
    state: row.confirmed_at ? 'confirmed' : isWaitedFor && now < expiresAt ? 'waiting' : 'over',
    triesLeft: Math.max(0, SMS_RULES.maxTries + 1 - row.wrong_tries),
    expiresAt: expiresAt.toISOString(),
  }
}
