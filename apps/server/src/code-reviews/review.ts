import type { Queries } from '@sampan/database'
import type { CodeReviewSummary, ReviewedCode, ReviewGround, ReviewRule } from '@sampan/platform-api'
import type { BundleManifest } from '@sampan/protocol'
import { audit } from '../audit/audit'
import { type CategoryGroupRule, findCategory } from '../categories/rules/categories'
import { entityName } from '../entities/entity-name'
import { findEntity } from '../entities/store'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import type { Session } from '../identity/sessions'
import { listMembers } from '../members/store'
import { notify } from '../notices/notify'
import { programAct } from '../programs/program-act'
import { findProgram, listCategories, lockProgram } from '../programs/store'
import { readBundleFile } from '../versions/bundle-files'
import { findVersion } from '../versions/store'
import { describeReview } from './describe-review'
import type { ReviewParts } from './service'
import { findReview, listWaitingReviews, type ReviewRow } from './store'
import { takeReviewStep } from './take-review-step'

/** The reviewers’ side: what waits, and the decision. */
export function createCodeReviewDesk({
  db,
  files,
  now,
  rules,
  groups,
}: ReviewParts & { rules: readonly ReviewRule[]; groups: readonly CategoryGroupRule[] }) {
  async function open(queries: Queries, { session }: Asker, id: string): Promise<ReviewRow> {
    requireReviewer(session)
    const row = await findReview(queries, id)
    if (!row) throw notFound('review')
    return row
  }

  async function describe(queries: Queries, row: ReviewRow): Promise<ReviewedCode> {
    const program = (await findProgram(queries, row.app_id))!
    const entity = (await findEntity(queries, program.entity_id))!
    const version = (await findVersion(queries, row.version_id))!
    const manifest = JSON.parse(
      String(await readBundleFile(files, version.listing_hash!, 'manifest.json')),
    ) as BundleManifest
    const categories = await listCategories(queries, row.app_id)
    return {
      ...(await describeReview(queries, row, 'reviewer')),
      programName: program.name,
      intro: program.intro,
      entityName: entityName(entity),
      categories: categories.map(({ id }) => findCategory(groups, id)?.label ?? { en: id, zh: id }),
      pages: manifest.pageOrder,
    }
  }

  return {
    listRules({ session }: Asker): { rules: readonly ReviewRule[] } {
      requireReviewer(session)
      return { rules }
    },

    async list(
      { session }: Asker,
      { before, limit }: { before?: string | undefined; limit: number },
    ): Promise<{ reviews: CodeReviewSummary[]; next: string | null }> {
      requireReviewer(session)
      const rows = await listWaitingReviews(db.kysely, { before, limit: limit + 1 })
      const shown = rows.slice(0, limit)
      return {
        reviews: shown.map((row) => ({
          id: row.id,
          appId: row.app_id,
          programName: row.program_name,
          entityName: entityName({ answers: row.entity_answers }),
          number: row.number,
          isExpedited: row.is_expedited,
          submittedAt: row.submitted_at.toISOString(),
          dueAt: row.due_at?.toISOString() ?? null,
        })),
        next: rows.length > limit ? shown.at(-1)!.id : null,
      }
    },

    async read(asker: Asker, id: string): Promise<ReviewedCode> {
      return describe(db.kysely, await open(db.kysely, asker, id))
    },

    async decide(
      asker: Asker,
      id: string,
      decision: { revision: number; action: 'approve' | 'reject'; grounds: ReviewGround[]; reason: string },
    ): Promise<ReviewedCode> {
      const { revision, action, grounds, reason } = decision
      const { userId } = asker.session
      return db.transaction(async (tx) => {
        const row = await open(tx, asker, id)
        await lockProgram(tx, row.app_id)
        const members = await listMembers(tx, row.app_id)
        if (members.some((member) => member.userId === userId)) {
          throw new Refusal({ code: 'rule', rule: 'own-program' }, 'Nobody decides on a program of their own')
        }
        const isKnown = grounds.every(({ rule }) => rules.some((each) => each.id === rule))
        const hasEvidence = grounds.every(({ evidence }) => evidence.trim() !== '')
        if (!isKnown || !hasEvidence || (action === 'reject' && grounds.length === 0)) {
          throw new Refusal({ code: 'rule', rule: 'grounds-missing' }, 'Name the rules, with evidence')
        }
        const saved = await takeReviewStep(tx, {
          row: { ...row, revision },
          action,
          actor: 'reviewer',
          userId,
          reason,
          change: { grounds: JSON.stringify(grounds), decided_at: now(), due_at: null },
        })
        const version = (await findVersion(tx, row.version_id))!
        const program = (await findProgram(tx, row.app_id))!
        const details = { version: version.number, rules: grounds.map(({ rule }) => rule), reason }
        await audit(tx, programAct(asker, `${action}-version`, row.app_id, details))
        for (const member of members.filter(({ roles }) => roles.some((role) => role !== 'tester'))) {
          await notify(tx, {
            userId: member.userId,
            kind: `version-${action}`,
            params: { program: program.name, version: version.number, reason },
            link: `/programs/${row.app_id}/reviews`,
          })
        }
        return describe(tx, saved)
      })
    },
  }
}

export type CodeReviewDesk = ReturnType<typeof createCodeReviewDesk>

function requireReviewer({ staffRoles }: Session): void {
  if (!staffRoles.includes('reviewer')) throw new Refusal('forbidden', 'Reviewers only')
}
