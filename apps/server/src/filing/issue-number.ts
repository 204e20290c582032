import type { Queries } from '@sampan/database'
import { Refusal } from '../http/refusal'
import { entityFilingNumber, PROGRAM_NUMBER, programFilingNumber } from './rules/filing-number'

export interface NumberQuestion {
  entityId: string
  province: string
  /** Given on another platform; else empty. */
  existingNumber: string
  now: Date
}

/** The number of a program: the one that it has elsewhere, or the next of its owner's, who gets one with the first. */
export async function issueNumber(tx: Queries, question: NumberQuestion): Promise<string> {
  const { entityId, existingNumber } = question
  const [, ofEntity, ordinal] = PROGRAM_NUMBER.exec(existingNumber) ?? []
  if (ofEntity !== undefined) {
    await keepEntityNumber(tx, question, ofEntity, Number(ordinal))
    return existingNumber
  }
  const next = async () =>
    tx
      .updateTable('entity_filing')
      .set((row) => ({ last_ordinal: row('last_ordinal', '+', 1) }))
      .where('entity_id', '=', entityId)
      .returning(['number', 'last_ordinal'])
      .executeTakeFirst()
  let issued = await next()
  if (!issued) {
    await keepEntityNumber(tx, question, await nextEntityNumber(tx, question), 0)
    issued = (await next())!
  }
  return programFilingNumber(issued.number, issued.last_ordinal)
}

/** Whoever files again gets a new one. */
export async function dropEntityNumber(tx: Queries, entityId: string): Promise<void> {
  await tx.deleteFrom('entity_filing').where('entity_id', '=', entityId).execute()
}

async function keepEntityNumber(
  tx: Queries,
  { entityId, province, now }: NumberQuestion,
  number: string,
  ordinal: number,
): Promise<void> {
  const kept = await tx
    .insertInto('entity_filing')
    .values({ entity_id: entityId, number, province, last_ordinal: ordinal, filed_at: now })
    .onConflict((conflict) =>
      conflict.column('entity_id').doUpdateSet((row) => ({
        last_ordinal: row.fn<number>('greatest', ['entity_filing.last_ordinal', 'excluded.last_ordinal']),
      })),
    )
    .returning('number')
    .executeTakeFirstOrThrow()
  if (kept.number !== number && ordinal > 0) {
    throw new Refusal(
      { code: 'rule', rule: 'existing-number-differs' },
      `The owner has the number ${kept.number}`,
    )
  }
}

async function nextEntityNumber(tx: Queries, { province, now }: NumberQuestion): Promise<string> {
  const year = now.getUTCFullYear()
  const { last } = await tx
    .insertInto('filing_serial')
    .values({ province, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['province', 'year']).doUpdateSet((row) => ({
        last: row('filing_serial.last', '+', 1),
      })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return entityFilingNumber(province, year, last)
}
