import type { Queries } from '@sampan/database'
import type {
  Filing,
  FilingAction,
  FilingPage,
  FilingRemark,
  FilingState,
  PhoneContactOutcome,
} from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { listMembers } from '../members/store'
import { recordPhoneContact } from '../process/history'
import { programAct } from '../programs/program-act'
import type { FilingParts } from './filing-parts'
import { createFilingView, type OpenFiling, summarise } from './filing-view'
import { dropEntityNumber, issueNumber } from './issue-number'
import { notifyAdministrators } from './notify-administrators'
import { sendCodes } from './send-codes'
import { codeRecipients, openDocument } from './service'
import { type FilingChange, findFiling, listFiledOf, listFilingsIn } from './store'
import { PROCESS, takeFilingStep } from './take-filing-step'

export type DeskRole = 'reviewer' | 'regulator'
export type DeskDecision = 'approve' | 'reject'

const WAITING: Record<DeskRole, readonly FilingState[]> = {
  reviewer: ['platform-review'],
  regulator: ['regulator-review', 'cancelling'],
}
/** What a desk has no business with: the platform's drafts, and for the administration all that is not sent to it. */
const HIDDEN: Record<DeskRole, readonly FilingState[]> = {
  reviewer: ['draft', 'face-check'],
  regulator: ['draft', 'face-check', 'platform-review', 'platform-rejected', 'sms-check'],
}

/** The desk of the platform's reviewers, or the one of the administration. */
export function createFilingDesk(parts: FilingParts, role: DeskRole) {
  const { db, limits, now } = parts
  const view = createFilingView(parts)

  async function open(queries: Queries, { session }: Asker, id: string): Promise<OpenFiling> {
    requireRole(session)
    const row = await findFiling(queries, { id })
    if (!row || HIDDEN[role].includes(row.state)) throw notFound('filing')
    return view.openFiling(queries, row)
  }

  function requireRole({ staffRoles }: Asker['session']): void {
    if (!staffRoles.includes(role)) throw new Refusal('forbidden', `For a ${role} only`)
  }

  /** What a decision does besides. */
  async function outcomeOf(
    tx: Queries,
    { row, form, answers }: OpenFiling,
    decision: DeskDecision,
  ): Promise<{ action: FilingAction; change: FilingChange; recipients: ReturnType<typeof codeRecipients> }> {
    const none = { change: {}, recipients: [] }
    if (role === 'reviewer') {
      if (decision === 'reject') return { ...none, action: 'platform-reject' }
      // A new program of an owner that is filed is compared with what is filed of the owner.
      const [filed] = row.kind === 'change' ? [row] : await listFiledOf(tx, row.entity_id)
      const recipients = codeRecipients(row.kind, { form, answers }, filed ? view.filedAnswers(filed) : {})
      return { ...none, action: recipients.length > 0 ? 'platform-approve' : 'platform-forward', recipients }
    }
    if (row.state === 'cancelling') {
      if (decision === 'reject') throw new Refusal('not-now', 'What is taken back is not refused')
      if (row.kind === 'cancel-entity') await dropEntityNumber(tx, row.entity_id)
      return { ...none, action: 'cancel-done', change: { number: null, filed_at: null } }
    }
    if (decision === 'reject') return { ...none, action: 'regulator-reject' }
    const question = {
      entityId: row.entity_id,
      province: answers.province ?? '',
      existingNumber: row.kind === 'new-access' ? (answers.existingNumber ?? '') : '',
      now: now(),
    }
    const change: FilingChange = {
      number: row.number ?? (await issueNumber(tx, question)),
      filed_at: now(),
      filed_answers: row.answers,
      filed_secret_answers: row.secret_answers,
    }
    return { ...none, action: 'regulator-approve', change }
  }

  return {
    async list(
      { session }: Asker,
      page: { before?: string | undefined; limit: number },
    ): Promise<FilingPage> {
      requireRole(session)
      const rows = await listFilingsIn(db.kysely, WAITING[role], { ...page, limit: page.limit + 1 })
      const shown = rows.slice(0, page.limit)
      return { filings: shown.map(summarise), next: rows.length > page.limit ? shown.at(-1)!.id : null }
    },

    async read(asker: Asker, id: string): Promise<Filing> {
      return db.transaction(async (tx) => {
        const filing = await open(tx, asker, id)
        await audit(tx, programAct(asker, 'see-filing', filing.row.app_id))
        return view.describe(tx, filing, role)
      })
    },

    async readDocument(asker: Asker, id: string, document: string) {
      return db.transaction(async (tx) => {
        const { row } = await open(tx, asker, id)
        const found = await openDocument(tx, parts, id, document)
        await audit(tx, programAct(asker, 'see-filing-document', row.app_id, { document }))
        return found
      })
    },

    async decide(
      asker: Asker,
      id: string,
      given: { revision: number; decision: DeskDecision; reason: string; remarks: FilingRemark[] },
    ): Promise<Filing> {
      const { revision, decision, reason, remarks } = given
      return db.transaction(async (tx) => {
        const filing = await open(tx, asker, id)
        const { row, program } = filing
        const members = await listMembers(tx, row.app_id)
        if (members.some(({ userId }) => userId === asker.session.userId)) {
          throw new Refusal({ code: 'rule', rule: 'own-program' }, 'Nobody decides on a program of their own')
        }
        if (!WAITING[role].includes(row.state)) throw new Refusal('not-now', `It is ${row.state}`)
        if (decision === 'reject' && reason.trim() === '' && remarks.length === 0) {
          throw new Refusal({ code: 'rule', rule: 'reason-missing' }, 'Say why')
        }
        const { action, change, recipients } = await outcomeOf(tx, filing, decision)
        const saved = await takeFilingStep(tx, {
          row: { ...row, revision },
          action,
          actor: role,
          userId: asker.session.userId,
          reason,
          change: { ...change, remarks: JSON.stringify(remarks) },
          limits,
          now: now(),
        })
        if (recipients.length > 0) await sendCodes(tx, parts, saved, recipients)
        await audit(tx, programAct(asker, `${action}-filing`, row.app_id, { reason }))
        const number = saved.number ?? row.number ?? ''
        await notifyAdministrators(tx, program, `filing-${action}`, { number, reason })
        return view.describe(tx, await view.openFiling(tx, saved), role)
      })
    },

    async notePhoneContact(
      asker: Asker,
      id: string,
      outcome: PhoneContactOutcome,
      note: string,
    ): Promise<Filing> {
      return db.transaction(async (tx) => {
        const filing = await open(tx, asker, id)
        const reviewerId = asker.session.userId
        await recordPhoneContact(tx, { process: PROCESS, subjectId: id, reviewerId, outcome, note })
        await audit(tx, programAct(asker, 'phone-contact', filing.row.app_id, { outcome }))
        return view.describe(tx, filing, role)
      })
    },
  }
}

export type FilingDesk = ReturnType<typeof createFilingDesk>
