import type { Queries } from '@sampan/database'
import type { ApplicationSummary, ReviewedApplication } from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { entityName } from '../entities/entity-name'
import { findEntity } from '../entities/store'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import type { Session } from '../identity/sessions'
import { listMembers } from '../members/store'
import { notify } from '../notices/notify'
import { nameRefusal, takeName } from '../programs/names'
import { programAct } from '../programs/program-act'
import { checkName } from '../programs/rules/check-name'
import { nameKey } from '../programs/rules/name-key'
import { findProgram, lockProgram, type ProgramRow, updateProgram } from '../programs/store'
import { applicationLabel, describeApplication } from './describe-application'
import type { ApplicationParts } from './service'
import { openPaper } from './service'
import { type ApplicationRow, findApplication, listWaitingApplications } from './store'
import { takeApplicationStep } from './take-application-step'

/** The reviewers’ side: what waits, its papers, and the decision. */
export function createApplicationReview({ db, cipher, groups, limits, words, now }: ApplicationParts) {
  async function open(queries: Queries, { session }: Asker, id: string): Promise<ApplicationRow> {
    requireReviewer(session)
    const row = await findApplication(queries, id)
    if (!row || row.state === 'draft') throw notFound('application')
    return row
  }

  async function describe(queries: Queries, row: ApplicationRow): Promise<ReviewedApplication> {
    const program = (await findProgram(queries, row.app_id))!
    const entity = (await findEntity(queries, program.entity_id))!
    return {
      ...(await describeApplication(queries, row, { groups, actor: 'reviewer' })),
      programName: program.name,
      entityName: entityName(entity),
    }
  }

  /** The name is the program’s from here on. */
  async function giveName(tx: Queries, program: ProgramRow, name: string): Promise<void> {
    const entity = (await findEntity(tx, program.entity_id))!
    const isIndividual = entity.kind === 'individual'
    const { problem, words: found } = checkName(name, { isIndividual, words })
    if (problem && problem !== 'name-needs-proof') throw nameRefusal(problem, found)
    await takeName(tx, program, { name, keptDays: limits.keptNameDays, now: now() })
    const change = { name, name_key: nameKey(name) }
    const saved = await updateProgram(tx, { appId: program.app_id, revision: program.revision }, change)
    if (!saved) throw new Refusal('changed', 'Somebody changed the program meanwhile')
  }

  return {
    async list(
      { session }: Asker,
      { before, limit }: { before?: string | undefined; limit: number },
    ): Promise<{ applications: ApplicationSummary[]; next: string | null }> {
      requireReviewer(session)
      const rows = await listWaitingApplications(db.kysely, { before, limit: limit + 1 })
      const shown = rows.slice(0, limit)
      return {
        applications: shown.map((row) => ({
          id: row.id,
          appId: row.app_id,
          kind: row.kind,
          value: row.value,
          label: applicationLabel(row, groups),
          programName: row.program_name,
          entityName: entityName({ answers: row.entity_answers }),
          submittedAt: row.submitted_at?.toISOString() ?? null,
          dueAt: row.due_at?.toISOString() ?? null,
        })),
        next: rows.length > limit ? shown.at(-1)!.id : null,
      }
    },

    async read(asker: Asker, id: string): Promise<ReviewedApplication> {
      return describe(db.kysely, await open(db.kysely, asker, id))
    },

    async readPaper(asker: Asker, id: string, paper: string) {
      return db.transaction(async (tx) => {
        const row = await open(tx, asker, id)
        const content = await openPaper(tx, cipher, id, paper)
        await audit(tx, programAct(asker, 'see-paper', row.app_id, { application: id, paper }))
        return content
      })
    },

    async decide(
      asker: Asker,
      id: string,
      decision: { revision: number; action: 'approve' | 'send-back'; reason: string },
    ): Promise<ReviewedApplication> {
      const { revision, action, reason } = decision
      return db.transaction(async (tx) => {
        const row = await open(tx, asker, id)
        await lockProgram(tx, row.app_id)
        const program = (await findProgram(tx, row.app_id))!
        const members = await listMembers(tx, row.app_id)
        if (members.some(({ userId }) => userId === asker.session.userId)) {
          throw new Refusal({ code: 'rule', rule: 'own-program' }, 'Nobody decides on a program of their own')
        }
        if (action === 'send-back' && reason.trim() === '') {
          throw new Refusal({ code: 'rule', rule: 'reason-missing' }, 'Say why')
        }
        const saved = await takeApplicationStep(tx, {
          row: { ...row, revision },
          action,
          actor: 'reviewer',
          userId: asker.session.userId,
          reason,
          now: now(),
        })
        if (action === 'approve' && row.kind === 'name') await giveName(tx, program, row.value)
        const details = { application: id, kind: row.kind, value: row.value, reason }
        await audit(tx, programAct(asker, `${action}-application`, row.app_id, details))
        for (const { userId } of members.filter(({ roles }) => roles.includes('administrator'))) {
          await notify(tx, {
            userId,
            kind: `application-${action}`,
            params: { program: program.name || program.app_id, kind: row.kind, value: row.value, reason },
            link: `/programs/${row.app_id}`,
          })
        }
        return describe(tx, saved)
      })
    },
  }
}

export type ApplicationReview = ReturnType<typeof createApplicationReview>

function requireReviewer({ staffRoles }: Session): void {
  if (!staffRoles.includes('reviewer')) throw new Refusal('forbidden', 'Reviewers only')
}
