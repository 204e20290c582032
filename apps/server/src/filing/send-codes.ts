import { randomInt, randomUUID } from 'node:crypto'
import { addJob, defineJob, type Database, type Queries } from '@sampan/database'
import type { SmsRecipient } from '@sampan/platform-api'
import * as z from 'zod'
import type { MessageChannel } from '../delivery/channel'
import type { Cipher } from '../documents/cipher'
import { createTranslate } from '../messages'
import type { FilingParts } from './filing-parts'
import { createFilingView } from './filing-view'
import { personOf } from './principals'
import { SMS_RULES } from './rules/sms-check'
import { findSmsCheck, replaceSmsChecks } from './sms-store'
import { type FilingRow, findFiling } from './store'

/** The transaction that `addJob` takes. */
type Transaction = Parameters<typeof addJob>[0]

/** New codes for these people; they are sent when the transaction commits. */
export async function sendCodes(
  tx: Transaction,
  { cipher, smsJob, now }: FilingParts,
  filing: FilingRow,
  recipients: readonly SmsRecipient[],
): Promise<void> {
  const checks = recipients.map((recipient) => {
    const id = randomUUID()
    const code = String(randomInt(10 ** SMS_RULES.codeDigits)).padStart(SMS_RULES.codeDigits, '0')
    return { id, recipient, code: cipher.seal(Buffer.from(code), codeContext(id)) }
  })
  await replaceSmsChecks(tx, filing.id, checks, now())
  for (const { id } of checks) await addJob(tx, smsJob, { checkId: id })
}

export function openCode(cipher: Cipher, { id, code }: { id: string; code: Buffer }): string {
  return cipher.open(code, codeContext(id)).toString('utf8')
}

function codeContext(checkId: string): string {
  return `code of ${checkId}`
}

/** In both languages: nobody knows which the person behind a phone reads. */
export function defineSmsJob(parts: {
  db: Database
  cipher: Cipher
  sms: MessageChannel
  baseUrl(): string
  now(): Date
}) {
  const { db, cipher, sms, baseUrl } = parts
  const view = createFilingView(parts)
  return defineJob('filing-sms', z.object({ checkId: z.uuid() }), async ({ checkId }) => {
    const check = await findSmsCheck(db.kysely, checkId)
    if (!check || check.confirmed_at) return
    const filing = await findFiling(db.kysely, { id: check.filing_id })
    const { program, answers } = await view.openFiling(db.kysely as Queries, filing!)
    const params = {
      code: openCode(cipher, check),
      program: program.name,
      url: `${baseUrl()}/console/#/filing-check/${checkId}`,
    }
    const text = (['zh', 'en'] as const)
      .map((language) => createTranslate(language)('filing.code.text', params))
      .join('\n')
    await sms.send({ recipient: personOf(answers, check.recipient).phone, subject: '', text })
  })
}
