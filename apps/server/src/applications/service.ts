import type { Database, Queries } from '@sampan/database'
import type { Application, ApplicationKind, EntityKindCode } from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { type CategoryGroupRule, findCategory, isForOwner } from '../categories/rules/categories'
import type { Cipher } from '../documents/cipher'
import { detectMediaType, MOST_DOCUMENT_BYTES } from '../documents/media-type'
import { findEntity } from '../entities/store'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { requireProgram } from '../programs/access'
import { recordChange } from '../programs/change-store'
import { isForReview, judgeName, nameRefusal, releaseName, reserveName } from '../programs/names'
import { programAct } from '../programs/program-act'
import { readQuotas, requireQuota } from '../programs/quotas'
import { normaliseName } from '../programs/rules/check-name'
import type { NameWords } from '../programs/rules/name-words'
import type { ProfileLimits } from '../programs/rules/profile-limits'
import { lockProgram, type ProgramOfMember } from '../programs/store'
import { describeApplication, wantedPapers } from './describe-application'
import {
  type ApplicationRow,
  deleteApplication,
  findApplication,
  findPaper,
  insertApplication,
  listApplications,
  listPapers,
  putPaper,
} from './store'
import { takeApplicationStep } from './take-application-step'

export interface ApplicationParts {
  db: Database
  cipher: Cipher
  groups: readonly CategoryGroupRule[]
  limits: ProfileLimits
  words: NameWords
  now(): Date
}

/** Categories and names that a program applies for, with their papers. */
export function createApplicationService(parts: ApplicationParts) {
  const { db, cipher, groups, limits, words, now } = parts
  const describe = (queries: Queries, row: ApplicationRow) =>
    describeApplication(queries, row, { groups, actor: 'applicant' })

  async function open(tx: Queries, asker: Asker, appId: string, id: string) {
    const program = await requireProgram(tx, asker, appId, 'manage-profile')
    const row = await findApplication(tx, id)
    if (row?.app_id !== appId) throw notFound('application')
    return { program, row }
  }

  function requireOpen({ state }: ApplicationRow): void {
    if (state === 'draft' || state === 'sent-back') return
    throw new Refusal('not-now', `An application that is ${state} is not changed`)
  }

  async function applyForName(tx: Queries, program: ProgramOfMember, given: string) {
    const entity = (await findEntity(tx, program.entity_id))!
    const name = normaliseName(given)
    const { problem, words: found } = judgeName(name, program, entity, words)
    if (problem && !isForReview(problem)) throw nameRefusal(problem, found)
    const applications = await listApplications(tx, program.app_id)
    if (applications.some(({ kind }) => kind === 'name')) {
      throw new Refusal({ code: 'rule', rule: 'name-application-open' }, 'One name at a time')
    }
    await reserveName(tx, program, name, now())
    const made = { appId: program.app_id, kind: 'name', value: name, state: 'draft' } as const
    return insertApplication(tx, { ...made, createdAt: now() })
  }

  async function addCategory(tx: Queries, program: ProgramOfMember, id: string) {
    const entity = (await findEntity(tx, program.entity_id))!
    const category = findCategory(groups, id)
    if (!category) throw new Refusal({ code: 'rule', rule: 'no-such-category', errcode: 53303 }, 'Unknown')
    if (!isForOwner(category, entity.kind as EntityKindCode)) {
      throw new Refusal(
        { code: 'rule', rule: 'category-not-for-you', errcode: 53302 },
        `Not for owners of kind ${entity.kind}`,
      )
    }
    const chosen = (await listApplications(tx, program.app_id)).map(({ value }) => value)
    if (chosen.includes(id)) {
      throw new Refusal({ code: 'rule', rule: 'category-chosen', errcode: 53304 }, 'It has been chosen')
    }
    const question = { program, entity, limits, now: now() }
    const { categories } = await readQuotas(tx, question)
    if (categories.used >= categories.limit) {
      throw new Refusal(
        { code: 'rule', rule: 'too-many-categories', errcode: 53301 },
        `A program has ${categories.limit} categories at most`,
      )
    }
    await requireQuota(tx, 'category', question)
    await recordChange(tx, program.app_id, 'category', now())
    const state = category.papers.length === 0 ? 'approved' : 'draft'
    const made = { appId: program.app_id, kind: 'category', value: id, state } as const
    return insertApplication(tx, { ...made, createdAt: now() })
  }

  return {
    async list(asker: Asker, appId: string): Promise<{ applications: Application[] }> {
      await requireProgram(db.kysely, asker, appId, 'see-console')
      const rows = await listApplications(db.kysely, appId)
      const applications: Application[] = []
      for (const row of rows) applications.push(await describe(db.kysely, row))
      return { applications }
    },

    async create(asker: Asker, appId: string, kind: ApplicationKind, value: string): Promise<Application> {
      return db.transaction(async (tx) => {
        const program = await requireProgram(tx, asker, appId, 'manage-profile')
        await lockProgram(tx, appId)
        const row = await (kind === 'name'
          ? applyForName(tx, program, value)
          : addCategory(tx, program, value))
        const action = kind === 'name' ? 'apply-for-name' : 'add-category'
        await audit(tx, programAct(asker, action, appId, { value: row.value }))
        return describe(tx, row)
      })
    },

    async addPaper(
      asker: Asker,
      { appId, id, paper }: { appId: string; id: string; paper: string },
      content: Buffer,
    ): Promise<Application> {
      return db.transaction(async (tx) => {
        const { row } = await open(tx, asker, appId, id)
        requireOpen(row)
        if (
          !wantedPapers(row, groups)
            .flat()
            .some((each) => each.id === paper)
        )
          throw notFound('paper')
        const mediaType = detectMediaType(content)
        if (!mediaType || content.length > MOST_DOCUMENT_BYTES) {
          throw new Refusal({ code: 'rule', rule: 'not-a-picture' }, 'A JPEG or PNG picture of 2 MB at most')
        }
        await putPaper(tx, {
          applicationId: id,
          paper,
          mediaType,
          sizeBytes: content.length,
          content: cipher.seal(content, paperContext(id, paper)),
          uploadedAt: now(),
        })
        await audit(tx, programAct(asker, 'add-paper', appId, { application: id, paper }))
        return describe(tx, row)
      })
    },

    async readPaper(asker: Asker, { appId, id, paper }: { appId: string; id: string; paper: string }) {
      return db.transaction(async (tx) => {
        await open(tx, asker, appId, id)
        const content = await openPaper(tx, cipher, id, paper)
        await audit(tx, programAct(asker, 'see-paper', appId, { application: id, paper }))
        return content
      })
    },

    async takeStep(
      asker: Asker,
      { appId, id }: { appId: string; id: string },
      revision: number,
      action: 'submit' | 'withdraw',
    ): Promise<Application> {
      return db.transaction(async (tx) => {
        const { row } = await open(tx, asker, appId, id)
        if (action === 'submit') await requirePapers(tx, row)
        const saved = await takeApplicationStep(tx, {
          row: { ...row, revision },
          action,
          actor: 'applicant',
          userId: asker.session.userId,
          now: now(),
        })
        await audit(tx, programAct(asker, `${action}-application`, appId, { application: id }))
        return describe(tx, saved)
      })
    },

    async remove(asker: Asker, { appId, id }: { appId: string; id: string }): Promise<void> {
      await db.transaction(async (tx) => {
        const { program, row } = await open(tx, asker, appId, id)
        if (row.state === 'in-review' || (row.kind === 'name' && row.state === 'approved')) {
          throw new Refusal({ code: 'not-now', errcode: 53308 }, `It is ${row.state}`)
        }
        if (!(await deleteApplication(tx, row))) {
          throw new Refusal('changed', 'Somebody changed it meanwhile')
        }
        if (row.kind === 'name') await releaseName(tx, program, row.value)
        const action = row.kind === 'name' ? 'drop-name' : 'remove-category'
        await audit(tx, programAct(asker, action, appId, { value: row.value }))
      })
    },
  }

  /** One of the sets has to be there whole. */
  async function requirePapers(tx: Queries, row: ApplicationRow): Promise<void> {
    const present = new Set((await listPapers(tx, row.id)).map(({ paper }) => paper))
    const wanted = wantedPapers(row, groups)
    if (wanted.length === 0 || wanted.some((set) => set.every(({ id }) => present.has(id)))) return
    throw new Refusal({ code: 'rule', rule: 'papers-missing' }, 'Papers are missing')
  }
}

export type ApplicationService = ReturnType<typeof createApplicationService>

export async function openPaper(tx: Queries, cipher: Cipher, applicationId: string, paper: string) {
  const found = await findPaper(tx, applicationId, paper)
  if (!found) throw notFound('paper')
  return {
    mediaType: found.media_type,
    content: cipher.open(found.content, paperContext(applicationId, paper)),
  }
}

function paperContext(applicationId: string, paper: string): string {
  return `application ${applicationId} paper ${paper}`
}
