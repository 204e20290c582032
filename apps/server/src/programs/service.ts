import type { Database, Queries } from '@sampan/database'
import type {
  DataRegion,
  EntityKind,
  EntityKindCode,
  Program,
  ProgramListItem,
  ProgramPage,
} from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { entityName } from '../entities/entity-name'
import { type EntityRow, findEntity } from '../entities/store'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { MAX_PROGRAMS_PER_PERSON, permissionsOf } from '../members/rules/permissions'
import { countPrograms, insertMember, lockPerson } from '../members/store'
import { requireProgram } from './access'
import { avatarUrl } from './avatar-url'
import { programAct } from './program-act'
import { nameKey } from './rules/name-key'
import { findGaps } from './rules/find-gaps'
import {
  countProgramsOf,
  findProgramOfMember,
  insertProgram,
  listProgramsOfMember,
  listCategories,
  type ProgramOfMember,
} from './store'

export interface ProgramParts {
  db: Database
  kinds: EntityKind[]
  now(): Date
}

const MOST_PROGRAMS = 50

export function createProgramService({ db, kinds, now }: ProgramParts) {
  return {
    /** What one works on or tries, the newest first. */
    async list(
      { session }: Asker,
      { query, before, limit }: { query: string; before?: string | undefined; limit: number },
    ): Promise<ProgramPage> {
      const most = Math.min(limit, MOST_PROGRAMS)
      const rows = await listProgramsOfMember(db.kysely, {
        userId: session.userId,
        nameKey: nameKey(query),
        appId: query.trim().toLowerCase(),
        before,
        limit: most + 1,
      })
      return {
        programs: rows
          .slice(0, most)
          .map((row) => summarise(row, entityName({ answers: row.entity_answers }))),
        next: rows.length > most ? rows[most - 1]!.app_id : null,
      }
    },

    /** Whoever administers an approved entity makes its programs, and administers each to begin with. */
    async create(asker: Asker, entityId: string): Promise<Program> {
      const { userId } = asker.session
      return db.transaction(async (tx) => {
        const entity = await findEntity(tx, entityId, 'lock')
        if (!entity || entity.administrator_id !== userId) throw notFound('entity')
        await requireRoom(tx, entity)
        await lockPerson(tx, userId)
        if ((await countPrograms(tx, userId)).member >= MAX_PROGRAMS_PER_PERSON) {
          throw new Refusal(
            { code: 'rule', rule: 'person-in-too-many-programs' },
            `Nobody is a member of more than ${MAX_PROGRAMS_PER_PERSON} programs`,
          )
        }
        const { app_id: appId } = await insertProgram(tx, { entityId, createdAt: now() })
        await insertMember(tx, { appId, userId, role: 'administrator', addedBy: userId, addedAt: now() })
        await audit(tx, programAct(asker, 'create-program', appId, { entityId }))
        return describeProgram(tx, (await findProgramOfMember(tx, appId, userId))!)
      })
    },

    async read(asker: Asker, appId: string): Promise<Program> {
      return describeProgram(db.kysely, await requireProgram(db.kysely, asker, appId, 'see-console'))
    },
  }

  async function requireRoom(tx: Queries, entity: EntityRow): Promise<void> {
    if (entity.state !== 'approved') {
      throw new Refusal({ code: 'rule', rule: 'entity-not-approved' }, `The entity is ${entity.state}`)
    }
    const { maxPrograms } = kinds.find(({ code }) => code === entity.kind)!
    if ((await countProgramsOf(tx, entity.id)) < maxPrograms) return
    throw new Refusal(
      { code: 'rule', rule: 'too-many-programs' },
      `An entity of kind ${entity.kind} has ${maxPrograms} programs at most`,
    )
  }
}

export type ProgramService = ReturnType<typeof createProgramService>

/** All of a program that its members may see. */
export async function describeProgram(queries: Queries, program: ProgramOfMember): Promise<Program> {
  const entity = (await findEntity(queries, program.entity_id))!
  const categories = await listCategories(queries, program.app_id)
  return {
    ...summarise(program, entityName(entity)),
    intro: program.intro,
    entity: {
      id: entity.id,
      kind: entity.kind as EntityKindCode,
      name: entityName(entity),
      state: entity.state,
    },
    dataRegion: program.data_region as DataRegion | null,
    categories,
    permissions: permissionsOf(program.roles),
    missing: findGaps(program, entity, categories),
    releasedAt: program.released_at?.toISOString() ?? null,
    revision: program.revision,
  }
}

function summarise(program: ProgramOfMember, owner: string): ProgramListItem {
  return {
    appId: program.app_id,
    name: program.name,
    avatarUrl: avatarUrl(program),
    entityName: owner,
    roles: program.roles,
    isReleased: program.released_at !== null,
    createdAt: program.created_at.toISOString(),
  }
}
