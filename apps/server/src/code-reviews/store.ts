import type { Queries, ReviewTables } from '@sampan/database'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'

type Table = ReviewTables['code_review']
export type ReviewRow = Selectable<Table>

const MOST_LISTED = 20

export async function insertReview(tx: Queries, row: Insertable<Table>): Promise<ReviewRow> {
  return tx.insertInto('code_review').values(row).returningAll().executeTakeFirstOrThrow()
}

export async function findReview(db: Queries, id: string): Promise<ReviewRow | undefined> {
  return db.selectFrom('code_review').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findOpenReview(db: Queries, appId: string): Promise<ReviewRow | undefined> {
  return db
    .selectFrom('code_review')
    .selectAll()
    .where('app_id', '=', appId)
    .where('state', '=', 'in-review')
    .executeTakeFirst()
}

/** The newest first. */
export async function listReviews(db: Queries, appId: string): Promise<ReviewRow[]> {
  return db
    .selectFrom('code_review')
    .selectAll()
    .where('app_id', '=', appId)
    .orderBy('submitted_at', 'desc')
    .limit(MOST_LISTED)
    .execute()
}

/** What waits for reviewers, the most urgent first. */
export async function listWaitingReviews(
  db: Queries,
  { before, limit }: { before: string | undefined; limit: number },
) {
  return db
    .selectFrom('code_review')
    .innerJoin('program', 'program.app_id', 'code_review.app_id')
    .innerJoin('entity', 'entity.id', 'program.entity_id')
    .innerJoin('program_version', 'program_version.id', 'code_review.version_id')
    .selectAll('code_review')
    .select(['program.name as program_name', 'entity.answers as entity_answers', 'program_version.number'])
    .where('code_review.state', '=', 'in-review')
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(code_review.due_at, code_review.id) >
          (select due_at, id from code_review where id = ${before})`,
      ),
    )
    .orderBy('code_review.due_at')
    .orderBy('code_review.id')
    .limit(limit)
    .execute()
}

/** Undefined if it is of another revision by now. */
export async function updateReview(
  tx: Queries,
  { id, revision }: { id: string; revision: number },
  change: Updateable<Table>,
): Promise<ReviewRow | undefined> {
  return tx
    .updateTable('code_review')
    .set((row) => ({ ...change, revision: row('revision', '+', 1) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returningAll()
    .executeTakeFirst()
}

/** How often a step was taken with reviews of a program since then. */
export async function countSteps(
  db: Queries,
  { appId, action, since }: { appId: string; action: string; since: Date },
): Promise<number> {
  const { count } = await db
    .selectFrom('process_step')
    .innerJoin('code_review', (join) => join.on(sql<boolean>`code_review.id::text = process_step.subject_id`))
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('process', '=', 'code-review')
    .where('code_review.app_id', '=', appId)
    .where('action', '=', action)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The version that the last decision in its favour let through; not while its owner may not offer it any more. */
export async function findApprovedVersion(db: Queries, appId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('code_review')
    .select('version_id')
    .where('app_id', '=', appId)
    .where('state', '=', 'approved')
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version_id
}
