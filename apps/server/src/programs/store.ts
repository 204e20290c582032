import { randomBytes } from 'node:crypto'
import type { ProgramTables, Queries } from '@sampan/database'
import type { ApplicationState, MemberRole } from '@sampan/platform-api'
import { type Selectable, sql } from 'kysely'

export type ProgramRow = Selectable<ProgramTables['program']>

/** A program as one person sees it. */
export type ProgramOfMember = ProgramRow & { roles: MemberRole[] }

const APP_ID_BYTES = 8

export async function insertProgram(
  db: Queries,
  { entityId, createdAt }: { entityId: string; createdAt: Date },
): Promise<ProgramRow> {
  return db
    .insertInto('program')
    .values({
      app_id: `wx${randomBytes(APP_ID_BYTES).toString('hex')}`,
      entity_id: entityId,
      created_at: createdAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function countProgramsOf(db: Queries, entityId: string): Promise<number> {
  const { count } = await db
    .selectFrom('program')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('entity_id', '=', entityId)
    .executeTakeFirstOrThrow()
  return count
}

export async function findProgram(db: Queries, appId: string): Promise<ProgramRow | undefined> {
  return db.selectFrom('program').selectAll().where('app_id', '=', appId).executeTakeFirst()
}

/** Undefined if there is none, or none that this person has anything to do with. */
export async function findProgramOfMember(
  db: Queries,
  appId: string,
  userId: string,
): Promise<ProgramOfMember | undefined> {
  return db
    .selectFrom('program')
    .innerJoin('program_member', 'program_member.app_id', 'program.app_id')
    .selectAll('program')
    .select(sql<MemberRole[]>`array_agg(program_member.role order by program_member.role)`.as('roles'))
    .where('program.app_id', '=', appId)
    .where('program_member.user_id', '=', userId)
    .groupBy('program.app_id')
    .executeTakeFirst()
}

/** Makes whoever changes what hangs on this program (members, names, categories) wait for each other. */
export async function lockProgram(tx: Queries, appId: string): Promise<void> {
  await tx.selectFrom('program').select('app_id').where('app_id', '=', appId).forNoKeyUpdate().execute()
}

export interface ProgramSearch {
  userId: string
  /** As names are compared; empty for all. */
  nameKey: string
  /** The app id that it begins with; empty for all. */
  appId: string
  before: string | undefined
  limit: number
}

export async function listProgramsOfMember(db: Queries, search: ProgramSearch) {
  const { userId, nameKey, appId, before, limit } = search
  return db
    .selectFrom('program')
    .innerJoin('entity', 'entity.id', 'program.entity_id')
    .selectAll('program')
    .select('entity.answers as entity_answers')
    .select(
      sql<MemberRole[]>`array(select role from program_member where program_member.app_id = program.app_id
        and program_member.user_id = ${userId} order by role)`.as('roles'),
    )
    .where('program.app_id', 'in', (query) =>
      query.selectFrom('program_member').select('app_id').where('user_id', '=', userId),
    )
    .$if(nameKey !== '', (query) =>
      query.where(
        sql<boolean>`(position(${nameKey} in program.name_key) > 0 or starts_with(program.app_id, ${appId}))`,
      ),
    )
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(program.created_at, program.app_id) <
          (select created_at, app_id from program where app_id = ${before})`,
      ),
    )
    .orderBy('program.created_at', 'desc')
    .orderBy('program.app_id', 'desc')
    .limit(limit)
    .execute()
}

/** Categories that it has or applies for. */
export async function listCategories(
  db: Queries,
  appId: string,
): Promise<{ applicationId: string; id: string; state: ApplicationState }[]> {
  return db
    .selectFrom('program_application')
    .select(['id as applicationId', 'value as id', 'state'])
    .where('app_id', '=', appId)
    .where('kind', '=', 'category')
    .orderBy('created_at')
    .execute()
}

/** What a row may be changed to. */
export type ProgramChange = Partial<
  Pick<
    ProgramRow,
    'name' | 'name_key' | 'intro' | 'avatar' | 'avatar_media_type' | 'data_region' | 'released_at'
  >
>

/** Undefined if it is of another revision by now. */
export async function updateProgram(
  db: Queries,
  { appId, revision }: { appId: string; revision: number },
  change: ProgramChange,
): Promise<ProgramRow | undefined> {
  return db
    .updateTable('program')
    .set((row) => ({ ...change, revision: row('revision', '+', 1) }))
    .where('app_id', '=', appId)
    .where('revision', '=', revision)
    .returningAll()
    .executeTakeFirst()
}
