import type { EntityTables, Queries } from '@sampan/database'
import type { EntityKindCode, RegistrationState } from '@sampan/platform-api'
import type { Selectable } from 'kysely'

export type EntityRow = Selectable<EntityTables['entity']>

/** What a row may be changed to. */
export type EntityChange = Partial<
  Pick<
    EntityRow,
    'state' | 'verification_route' | 'answers' | 'secret_answers' | 'submitted_at' | 'due_at' | 'approved_at'
  >
>

const MOST_ROWS = 100

export async function insertEntity(
  db: Queries,
  entity: { kind: EntityKindCode; administratorId: string },
): Promise<EntityRow> {
  return db
    .insertInto('entity')
    .values({ kind: entity.kind, administrator_id: entity.administratorId })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** With `lock`, nobody else changes it, or what is counted for it, before the transaction ends. */
export async function findEntity(db: Queries, id: string, lock?: 'lock'): Promise<EntityRow | undefined> {
  return db
    .selectFrom('entity')
    .selectAll()
    .where('id', '=', id)
    .$if(lock !== undefined, (query) => query.forNoKeyUpdate())
    .executeTakeFirst()
}

export async function listEntitiesOf(db: Queries, administratorId: string): Promise<EntityRow[]> {
  return db
    .selectFrom('entity')
    .selectAll()
    .where('administrator_id', '=', administratorId)
    .orderBy('created_at')
    .limit(MOST_ROWS)
    .execute()
}

/** What waits in a state, the most urgent first. */
export async function listEntitiesIn(db: Queries, state: RegistrationState): Promise<EntityRow[]> {
  return db
    .selectFrom('entity')
    .selectAll()
    .where('state', '=', state)
    .orderBy('due_at')
    .limit(MOST_ROWS)
    .execute()
}

/** Undefined if it is of another revision by now. */
export async function updateEntity(
  db: Queries,
  { id, revision }: { id: string; revision: number },
  change: EntityChange,
): Promise<EntityRow | undefined> {
  return db
    .updateTable('entity')
    .set((row) => ({ ...change, revision: row('revision', '+', 1) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returningAll()
    .executeTakeFirst()
}

export async function upsertDocument(
  db: Queries,
  document: { entityId: string; document: string; mediaType: string; sizeBytes: number; content: Buffer },
): Promise<void> {
  const values = {
    media_type: document.mediaType,
    size_bytes: document.sizeBytes,
    content: document.content,
    uploaded_at: new Date(),
  }
  await db
    .insertInto('entity_document')
    .values({ entity_id: document.entityId, document: document.document, ...values })
    .onConflict((conflict) => conflict.columns(['entity_id', 'document']).doUpdateSet(values))
    .execute()
}

export async function listDocuments(db: Queries, entityId: string) {
  return db
    .selectFrom('entity_document')
    .select(['document', 'media_type', 'size_bytes', 'uploaded_at'])
    .where('entity_id', '=', entityId)
    .orderBy('uploaded_at')
    .execute()
}

export async function findDocument(db: Queries, entityId: string, document: string) {
  return db
    .selectFrom('entity_document')
    .select(['media_type', 'content'])
    .where('entity_id', '=', entityId)
    .where('document', '=', document)
    .executeTakeFirst()
}
