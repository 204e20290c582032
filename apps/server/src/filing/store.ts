import type { FilingTables, Queries } from '@sampan/database'
import type { FilingState } from '@sampan/platform-api'
import { type Selectable, sql } from 'kysely'

export type FilingRow = Selectable<FilingTables['filing']>

/** What a row may be changed to. */
export type FilingChange = Partial<
  Omit<FilingRow, 'id' | 'app_id' | 'entity_id' | 'remarks' | 'revision'>
> & {
  remarks?: string
}

export async function insertFiling(
  tx: Queries,
  made: { appId: string; entityId: string; createdAt: Date },
): Promise<FilingRow> {
  return tx
    .insertInto('filing')
    .values({ app_id: made.appId, entity_id: made.entityId, answers: {}, created_at: made.createdAt })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function findFiling(
  db: Queries,
  by: { id: string } | { appId: string },
): Promise<FilingRow | undefined> {
  return db
    .selectFrom('filing')
    .selectAll()
    .where('id' in by ? 'id' : 'app_id', '=', 'id' in by ? by.id : by.appId)
    .executeTakeFirst()
}

/** Undefined if it is of another revision by now. */
export async function updateFiling(
  tx: Queries,
  { id, revision }: { id: string; revision: number },
  change: FilingChange,
): Promise<FilingRow | undefined> {
  return tx
    .updateTable('filing')
    .set((row) => ({ ...change, revision: row('revision', '+', 1) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returningAll()
    .executeTakeFirst()
}

/** What waits in these states, the most urgent first, with the names of the program and its owner. */
export async function listFilingsIn(
  db: Queries,
  states: readonly FilingState[],
  { before, limit }: { before?: string | undefined; limit: number },
) {
  return db
    .selectFrom('filing')
    .innerJoin('program', 'program.app_id', 'filing.app_id')
    .innerJoin('entity', 'entity.id', 'filing.entity_id')
    .selectAll('filing')
    .select(['program.name as program_name', 'entity.answers as entity_answers'])
    .where('filing.state', 'in', states)
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(filing.due_at, filing.id) > (select due_at, id from filing where id = ${before})`,
      ),
    )
    .orderBy('filing.due_at')
    .orderBy('filing.id')
    .limit(limit)
    .execute()
}

/** The owner's filings that the administration has, the newest first. */
export async function listFiledOf(tx: Queries, entityId: string): Promise<FilingRow[]> {
  return tx
    .selectFrom('filing')
    .selectAll()
    .where('entity_id', '=', entityId)
    .where('number', 'is not', null)
    .orderBy('filed_at', 'desc')
    .execute()
}

export async function countSubmissionsSince(db: Queries, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('filing')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('submitted_at', '>=', since)
    .executeTakeFirstOrThrow()
  return count
}

export async function putDocument(
  tx: Queries,
  filingId: string,
  document: string,
  values: { media_type: string; size_bytes: number; content: Buffer; uploaded_at: Date },
): Promise<void> {
  const kept = { ...values, delete_after: null }
  await tx
    .insertInto('filing_document')
    .values({ filing_id: filingId, document, ...kept })
    .onConflict((conflict) => conflict.columns(['filing_id', 'document']).doUpdateSet(kept))
    .execute()
}

export async function listDocuments(db: Queries, filingId: string) {
  return db
    .selectFrom('filing_document')
    .select(['document', 'media_type', 'size_bytes', 'uploaded_at'])
    .where('filing_id', '=', filingId)
    .orderBy('uploaded_at')
    .execute()
}

export async function findDocument(db: Queries, filingId: string, document: string) {
  return db
    .selectFrom('filing_document')
    .select(['media_type', 'content'])
    .where('filing_id', '=', filingId)
    .where('document', '=', document)
    .executeTakeFirst()
}

export async function setDocumentsEnd(tx: Queries, filingId: string, end: Date | null): Promise<void> {
  await tx
    .updateTable('filing_document')
    .set({ delete_after: end })
    .where('filing_id', '=', filingId)
    .execute()
}
