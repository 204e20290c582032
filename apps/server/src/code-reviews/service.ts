import type { Database, Queries } from '@sampan/database'
import type { CodeReview, CodeReviewList, ReviewFinding, ReviewForm } from '@sampan/platform-api'
import type { BundleManifest } from '@sampan/protocol'
import { audit } from '../audit/audit'
import { listDomains } from '../domains/store'
import type { FileStore } from '../files/file-store'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { mayDo } from '../members/rules/permissions'
import { recordStep } from '../process/history'
import { dueAfterWorkingDays, WEEKENDS_ONLY } from '../process/working-days'
import { requireProgram } from '../programs/access'
import { programAct } from '../programs/program-act'
import { describeProgram } from '../programs/service'
import { lockProgram, type ProgramOfMember } from '../programs/store'
import { readBundleFile } from '../versions/bundle-files'
import { findVersion, type VersionRow } from '../versions/store'
import { describeReview, PROCESS } from './describe-review'
import { checkCode } from './rules/pre-checks'
import type { ReviewLimits } from './rules/review-steps'
import { countSteps, findOpenReview, findReview, insertReview, listReviews, type ReviewRow } from './store'
import { takeReviewStep } from './take-review-step'

export interface ReviewParts {
  db: Database
  files: FileStore
  limits: ReviewLimits
  now(): Date
}

const HOUR_MS = 3600_000
const DAY_MS = 24 * HOUR_MS

/** The members’ side: what is submitted, and what becomes of it. */
export function createCodeReviewService({ db, files, limits, now }: ReviewParts) {
  const since = (days: number) => new Date(now().getTime() - days * DAY_MS)
  const withdrawals = (queries: Queries, appId: string) =>
    countSteps(queries, { appId, action: 'withdraw', since: since(1) })
  const expedites = (queries: Queries, appId: string) =>
    countSteps(queries, { appId, action: 'expedite', since: since(365) })

  async function requireSubmittable(queries: Queries, appId: string, versionId: string): Promise<VersionRow> {
    const version = await findVersion(queries, versionId)
    if (version?.app_id !== appId || version.deleted_at !== null) throw notFound('version')
    if (!version.is_current || version.state !== 'ready') {
      throw new Refusal({ code: 'rule', rule: 'version-not-current' }, 'Submit a current development version')
    }
    return version
  }

  async function readManifest({ listing_hash: hash }: VersionRow): Promise<BundleManifest> {
    return JSON.parse(String(await readBundleFile(files, hash!, 'manifest.json'))) as BundleManifest
  }

  async function findFindings(
    queries: Queries,
    { program, version, form }: { program: ProgramOfMember; version: VersionRow; form: ReviewForm },
  ): Promise<ReviewFinding[]> {
    const read = async (path: string) => String(await readBundleFile(files, version.listing_hash!, path))
    const manifest = await readManifest(version)
    const scripts: string[] = []
    for (const { id } of manifest.packages) scripts.push(await read(`packages/${id}/service.js`))
    const { missing, name, intro } = await describeProgram(queries, program)
    const domains = await listDomains(queries, program.app_id)
    return checkCode({ manifest, scripts, form, gaps: missing, domains, texts: [name, intro] })
  }

  async function describe(queries: Queries, row: ReviewRow, program: ProgramOfMember): Promise<CodeReview> {
    return describeReview(queries, row, mayDo(program.roles, 'submit-and-release') ? 'member' : undefined)
  }

  return {
    async list(asker: Asker, appId: string): Promise<CodeReviewList> {
      const program = await requireProgram(db.kysely, asker, appId, 'see-console')
      const reviews: CodeReview[] = []
      for (const row of await listReviews(db.kysely, appId)) {
        reviews.push(await describe(db.kysely, row, program))
      }
      return {
        reviews,
        withdrawals: { used: await withdrawals(db.kysely, appId), limit: limits.withdrawalsPerDay },
        expedites: { used: await expedites(db.kysely, appId), limit: limits.expeditesPerYear },
      }
    },

    /** What would stand in the way of submitting this, and what the reviewer would see. */
    async check(
      asker: Asker,
      appId: string,
      versionId: string,
    ): Promise<{ findings: ReviewFinding[]; pages: string[] }> {
      const program = await requireProgram(db.kysely, asker, appId, 'submit-and-release')
      const version = await requireSubmittable(db.kysely, appId, versionId)
      const form = { pages: [], notes: '', testAccount: '' }
      const findings = await findFindings(db.kysely, { program, version, form })
      return { findings, pages: (await readManifest(version)).pageOrder }
    },

    async submit(
      asker: Asker,
      appId: string,
      { versionId, form }: { versionId: string; form: ReviewForm },
    ): Promise<CodeReview> {
      return db.transaction(async (tx) => {
        const program = await requireProgram(tx, asker, appId, 'submit-and-release')
        await lockProgram(tx, appId)
        const version = await requireSubmittable(tx, appId, versionId)
        const findings = await findFindings(tx, { program, version, form })
        const error = findings.find(({ level }) => level === 'error')
        if (error) {
          throw new Refusal({ code: 'rule', rule: 'pre-checks' }, `${error.code}: ${error.detail}`)
        }
        const { userId } = asker.session
        const earlier = await findOpenReview(tx, appId)
        if (earlier) {
          const step = { row: earlier, action: 'replace', actor: 'member', userId } as const
          await takeReviewStep(tx, { ...step, change: { due_at: null } })
        }
        const row = await insertReview(tx, {
          app_id: appId,
          version_id: versionId,
          state: 'in-review',
          form: JSON.stringify(form),
          findings: JSON.stringify(findings),
          grounds: '[]',
          submitted_by: userId,
          submitted_at: now(),
          due_at: dueAfterWorkingDays(now(), limits.workingDays, WEEKENDS_ONLY),
        })
        await recordStep(tx, {
          process: PROCESS,
          subjectId: row.id,
          action: 'submit',
          from: '',
          to: 'in-review',
          actor: 'member',
          userId,
        })
        await audit(tx, programAct(asker, 'submit-version', appId, { version: version.number, versionId }))
        return describe(tx, row, program)
      })
    },

    async step(
      asker: Asker,
      { appId, id }: { appId: string; id: string },
      wanted: { revision: number; action: 'withdraw' | 'expedite' | 'appeal'; reason: string },
    ): Promise<CodeReview> {
      const { action, reason, revision } = wanted
      return db.transaction(async (tx) => {
        const program = await requireProgram(tx, asker, appId, 'submit-and-release')
        await lockProgram(tx, appId)
        const row = await findReview(tx, id)
        if (row?.app_id !== appId) throw notFound('review')
        await requireMay(tx, row, action, reason)
        const saved = await takeReviewStep(tx, {
          row: { ...row, revision },
          action,
          actor: 'member',
          userId: asker.session.userId,
          reason,
          change: changeFor(action),
        })
        await audit(tx, programAct(asker, `${action}-review`, appId, { reason }))
        return describe(tx, saved, program)
      })
    },
  }

  async function requireMay(
    tx: Queries,
    row: ReviewRow,
    action: 'withdraw' | 'expedite' | 'appeal',
    reason: string,
  ): Promise<void> {
    const refuse = (rule: string, message: string) => new Refusal({ code: 'rule', rule }, message)
    if (action === 'withdraw' && (await withdrawals(tx, row.app_id)) >= limits.withdrawalsPerDay) {
      throw refuse('too-many-withdrawals', `${limits.withdrawalsPerDay} a day at most`)
    }
    if (action === 'expedite') {
      if (row.is_expedited) throw new Refusal('not-now', 'It is expedited already')
      if ((await expedites(tx, row.app_id)) >= limits.expeditesPerYear) {
        throw refuse('too-many-expedites', `${limits.expeditesPerYear} a year at most`)
      }
    }
    if (action === 'appeal') {
      if (row.has_appealed) throw refuse('appealed-before', 'It was appealed against before')
      if (reason.trim() === '') throw refuse('reason-missing', 'Say why')
      if (await findOpenReview(tx, row.app_id)) throw new Refusal('not-now', 'Another version is in review')
    }
  }

  function changeFor(action: 'withdraw' | 'expedite' | 'appeal') {
    switch (action) {
      case 'withdraw':
        return { due_at: null }
      case 'expedite':
        return { is_expedited: true, due_at: new Date(now().getTime() + limits.expeditedHours * HOUR_MS) }
      case 'appeal':
        return {
          has_appealed: true,
          decided_at: null,
          due_at: dueAfterWorkingDays(now(), limits.workingDays, WEEKENDS_ONLY),
        }
    }
  }
}

export type CodeReviewService = ReturnType<typeof createCodeReviewService>
