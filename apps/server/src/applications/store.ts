import type { ProfileTables, Queries } from '@sampan/database'
import type { ApplicationKind, ApplicationState } from '@sampan/platform-api'
import { type Selectable, sql } from 'kysely'

export type ApplicationRow = Selectable<ProfileTables['program_application']>

export async function insertApplication(
  tx: Queries,
  made: { appId: string; kind: ApplicationKind; value: string; state: ApplicationState; createdAt: Date },
): Promise<ApplicationRow> {
  return tx
    .insertInto('program_application')
    .values({
      app_id: made.appId,
      kind: made.kind,
      value: made.value,
      state: made.state,
      created_at: made.createdAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function listApplications(db: Queries, appId: string): Promise<ApplicationRow[]> {
  return db
    .selectFrom('program_application')
    .selectAll()
    .where('app_id', '=', appId)
    .where((row) => row.or([row('kind', '=', 'category'), row('state', '<>', 'approved')]))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export async function findApplication(db: Queries, id: string): Promise<ApplicationRow | undefined> {
  return db.selectFrom('program_application').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What waits for reviewers, the most urgent first. */
export async function listWaitingApplications(
  db: Queries,
  { before, limit }: { before: string | undefined; limit: number },
) {
  return db
    .selectFrom('program_application')
    .innerJoin('program', 'program.app_id', 'program_application.app_id')
    .innerJoin('entity', 'entity.id', 'program.entity_id')
    .selectAll('program_application')
    .select(['program.name as program_name', 'entity.answers as entity_answers'])
    .where('program_application.state', '=', 'in-review')
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(program_application.due_at, program_application.id) >
          (select due_at, id from program_application where id = ${before})`,
      ),
    )
    .orderBy('program_application.due_at')
    .orderBy('program_application.id')
    .limit(limit)
    .execute()
}

/** Undefined if it is of another revision by now. */
export async function updateApplication(
  tx: Queries,
  { id, revision }: { id: string; revision: number },
  change: Partial<Pick<ApplicationRow, 'state' | 'submitted_at' | 'due_at'>>,
): Promise<ApplicationRow | undefined> {
  return tx
    .updateTable('program_application')
    .set((row) => ({ ...change, revision: row('revision', '+', 1) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returningAll()
    .executeTakeFirst()
}

/** Only of this revision; answers whether it was there. */
export async function deleteApplication(
  tx: Queries,
  { id, revision }: { id: string; revision: number },
): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('program_application')
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst()
  return deleted !== undefined
}

export async function putPaper(
  tx: Queries,
  paper: {
    applicationId: string
    paper: string
    mediaType: string
    sizeBytes: number
    content: Buffer
    uploadedAt: Date
  },
): Promise<void> {
  const values = {
    media_type: paper.mediaType,
    size_bytes: paper.sizeBytes,
    content: paper.content,
    uploaded_at: paper.uploadedAt,
    delete_after: null,
  }
  await tx
    .insertInto('program_paper')
    .values({ application_id: paper.applicationId, paper: paper.paper, ...values })
    .onConflict((conflict) => conflict.columns(['application_id', 'paper']).doUpdateSet(values))
    .execute()
}

export async function listPapers(db: Queries, applicationId: string) {
  return db
    .selectFrom('program_paper')
    .select(['paper', 'media_type', 'size_bytes', 'uploaded_at'])
    .where('application_id', '=', applicationId)
    .orderBy('uploaded_at')
    .execute()
}

export async function findPaper(db: Queries, applicationId: string, paper: string) {
  return db
    .selectFrom('program_paper')
    .select(['media_type', 'content'])
    .where('application_id', '=', applicationId)
    .where('paper', '=', paper)
    .executeTakeFirst()
}

export async function setPapersEnd(tx: Queries, applicationId: string, end: Date | null): Promise<void> {
  await tx
    .updateTable('program_paper')
    .set({ delete_after: end })
    .where('application_id', '=', applicationId)
    .execute()
}
