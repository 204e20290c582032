import type { Queries } from '@sampan/database'
import {
  confirmationSubject,
  type FilingAction,
  type FilingKind,
  type ProgramFiling,
} from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { useConfirmation } from '../confirmations/use-confirmation'
import { detectMediaType, MOST_DOCUMENT_BYTES } from '../documents/media-type'
import { keepMasked, openAnswers, sealAnswers } from '../entities/answers'
import { checkForm, normaliseForm } from '../entities/rules/check-form'
import { findEntity } from '../entities/store'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { mayDo } from '../members/rules/permissions'
import { requireProgram } from '../programs/access'
import { programAct } from '../programs/program-act'
import { lockProgram, type ProgramOfMember } from '../programs/store'
import { finishCancelling } from './cancel'
import type { FilingParts } from './filing-parts'
import { createFilingView, OPEN_STATES } from './filing-view'
import { changedParts, ownerAnswers } from './principals'
import { allFields } from './rules/filing-form'
import { dayBegan } from './rules/filing-limits'
import { smsRecipients } from './rules/sms-check'
import { gapCode } from './rules/status-code'
import { sendCodes } from './send-codes'
import {
  countSubmissionsSince,
  type FilingRow,
  findDocument,
  findFiling,
  insertFiling,
  listFiledOf,
  putDocument,
  updateFiling,
} from './store'
import { takeFilingStep } from './take-filing-step'

export type CancelKind = Extract<FilingKind, 'cancel-entity' | 'cancel-service' | 'cancel-access'>

/** What the administrator of a program does for its filing. */
export function createFilingService(parts: FilingParts) {
  const { db, cipher, limits, now } = parts
  const view = createFilingView(parts)

  async function open(tx: Queries, asker: Asker, appId: string) {
    const program = await requireProgram(tx, asker, appId, 'manage-filing')
    const row = await findFiling(tx, { appId })
    if (!row) throw notFound('filing')
    return { program, row }
  }

  const describe = (queries: Queries, program: ProgramOfMember) =>
    view.describeProgram(queries, program, mayDo(program.roles, 'manage-filing'))

  function requireOpen({ state }: FilingRow): void {
    if (OPEN_STATES.includes(state)) return
    throw new Refusal('not-now', `The form of a filing that is ${state} cannot be changed`)
  }

  /** What the owner said last is not asked again, if it is the same person who says it. */
  async function firstAnswers(tx: Queries, program: ProgramOfMember, row: FilingRow, asker: Asker) {
    const entity = (await findEntity(tx, program.entity_id))!
    const [last] = await listFiledOf(tx, entity.id)
    if (!last || entity.administrator_id !== asker.session.userId) {
      return { entityAddress: entity.answers.address ?? '' }
    }
    const answers = view.filedAnswers(last)
    const form = await view.formOf(tx, entity, answers)
    return ownerAnswers(form, answers)
  }

  async function save(tx: Queries, row: FilingRow, answers: Record<string, string>): Promise<FilingRow> {
    const entity = (await findEntity(tx, row.entity_id))!
    const form = allFields(await view.formOf(tx, entity, answers))
    const asked = new Set(form.fields.map(({ id }) => id))
    const kept = Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)))
    const wrong = checkForm(form, kept, now()).filter(({ problem }) => problem === 'too-long')
    if (wrong.length > 0) throw new Refusal({ code: 'form', problems: wrong }, 'Some answers cannot be kept')
    const saved = await updateFiling(tx, row, sealAnswers(form, row.id, kept, cipher))
    if (!saved) throw new Refusal('changed', 'Somebody changed it meanwhile')
    return saved
  }

  async function requireEntrance(tx: Queries): Promise<void> {
    const count = await countSubmissionsSince(tx, dayBegan(now(), limits))
    if (count < limits.submissionsPerDay) return
    throw new Refusal({ code: 'rule', rule: 'filings-of-today' }, 'No more filings today')
  }

  /** What it is for, by what the administration has already. */
  async function kindOf(tx: Queries, row: FilingRow, existingNumber: string): Promise<FilingKind> {
    if (row.number !== null) return 'change'
    if (existingNumber !== '') return 'new-access'
    const known = await tx
      .selectFrom('entity_filing')
      .select('number')
      .where('entity_id', '=', row.entity_id)
      .executeTakeFirst()
    return known ? 'new-program' : 'first'
  }

  return {
    async read(asker: Asker, appId: string): Promise<ProgramFiling> {
      return describe(db.kysely, await requireProgram(db.kysely, asker, appId, 'see-console'))
    },

    async begin(asker: Asker, appId: string): Promise<ProgramFiling> {
      return db.transaction(async (tx) => {
        const program = await requireProgram(tx, asker, appId, 'manage-filing')
        await lockProgram(tx, appId)
        if (await findFiling(tx, { appId })) throw new Refusal('not-now', 'It has been begun')
        const row = await insertFiling(tx, { appId, entityId: program.entity_id, createdAt: now() })
        await save(tx, row, await firstAnswers(tx, program, row, asker))
        await audit(tx, programAct(asker, 'begin-filing', appId))
        return describe(tx, program)
      })
    },

    /** Drafts may be incomplete. What is no longer asked, since another answer changed, is forgotten. */
    async saveAnswers(
      asker: Asker,
      appId: string,
      revision: number,
      given: Record<string, string>,
    ): Promise<ProgramFiling> {
      return db.transaction(async (tx) => {
        const { program, row } = await open(tx, asker, appId)
        requireOpen(row)
        const entity = (await findEntity(tx, row.entity_id))!
        const form = allFields(await view.formOf(tx, entity, given))
        const plain = keepMasked(form, given, openAnswers(row.id, row, cipher))
        await save(tx, { ...row, revision }, normaliseForm(form, plain))
        await audit(tx, programAct(asker, 'fill-in-filing', appId, { fields: Object.keys(plain) }))
        return describe(tx, program)
      })
    },

    async saveDocument(
      asker: Asker,
      appId: string,
      document: string,
      content: Buffer,
    ): Promise<ProgramFiling> {
      return db.transaction(async (tx) => {
        const { program, row } = await open(tx, asker, appId)
        requireOpen(row)
        const { form } = await view.openFiling(tx, row)
        if (!form.some(({ documents }) => documents.some(({ id }) => id === document)))
          throw notFound('document')
        const mediaType = detectMediaType(content)
        if (!mediaType || content.length > MOST_DOCUMENT_BYTES) {
          throw new Refusal({ code: 'rule', rule: 'not-a-picture' }, 'A JPEG or PNG picture of 2 MB at most')
        }
        await putDocument(tx, row.id, document, {
          media_type: mediaType,
          size_bytes: content.length,
          content: cipher.seal(content, documentContext(row.id, document)),
          uploaded_at: now(),
        })
        await audit(tx, programAct(asker, 'add-filing-document', appId, { document }))
        return describe(tx, program)
      })
    },

    async readDocument(asker: Asker, appId: string, document: string) {
      return db.transaction(async (tx) => {
        const { row } = await open(tx, asker, appId)
        const found = await openDocument(tx, parts, row.id, document)
        await audit(tx, programAct(asker, 'see-filing-document', appId, { document }))
        return found
      })
    },

    async submit(asker: Asker, appId: string, revision: number): Promise<ProgramFiling> {
      return db.transaction(async (tx) => {
        const { program, row } = await open(tx, asker, appId)
        requireOpen(row)
        const filing = await view.openFiling(tx, row)
        const errcode = gapCode(filing.gaps)
        if (errcode !== undefined) {
          throw new Refusal(
            { code: 'rule', rule: 'filing-not-ready', errcode },
            `Missing: ${filing.gaps.join(', ')}`,
          )
        }
        const problems = await view.problemsOf(tx, filing)
        if (problems.length > 0) throw new Refusal({ code: 'form', problems }, 'The form is not complete')
        await requireEntrance(tx)
        const kind = await kindOf(tx, row, filing.answers.existingNumber ?? '')
        await takeFilingStep(tx, {
          row: { ...row, revision },
          action: 'submit',
          actor: 'administrator',
          userId: asker.session.userId,
          change: { kind, submitted_at: now(), remarks: '[]' },
          limits,
          now: now(),
        })
        await audit(tx, programAct(asker, 'submit-filing', appId, { kind }))
        return describe(tx, program)
      })
    },

    async takeStep(
      asker: Asker,
      appId: string,
      revision: number,
      action: Extract<FilingAction, 'withdraw' | 'correct' | 'change' | 'give-up-change' | 'begin-again'>,
    ): Promise<ProgramFiling> {
      return db.transaction(async (tx) => {
        const { program, row } = await open(tx, asker, appId)
        await takeFilingStep(tx, {
          row: { ...row, revision },
          action,
          actor: 'administrator',
          userId: asker.session.userId,
          change: changeOf(action, row),
          limits,
          now: now(),
        })
        await audit(tx, programAct(asker, `${action}-filing`, appId))
        return describe(tx, program)
      })
    },

    /** Whoever takes a filing back writes its number, and confirms it with the super-app. There is no way back. */
    async cancel(
      asker: Asker,
      appId: string,
      { revision, kind, number }: { revision: number; kind: CancelKind; number: string },
    ): Promise<ProgramFiling> {
      return db.transaction(async (tx) => {
        const { program, row } = await open(tx, asker, appId)
        if (row.state !== 'filed') throw new Refusal('not-now', `It is ${row.state}`)
        if (number.trim() !== row.number) {
          throw new Refusal({ code: 'rule', rule: 'filing-number-differs' }, 'Write the number of the filing')
        }
        const others = (await listFiledOf(tx, row.entity_id)).filter(({ id }) => id !== row.id)
        if (
          kind === 'cancel-entity' &&
          others.some(({ state }) => state !== 'filed' && state !== 'cancelling')
        ) {
          throw new Refusal(
            { code: 'rule', rule: 'other-filings-open' },
            'Others of this owner are in progress',
          )
        }
        const subject = confirmationSubject(appId)
        await useConfirmation(tx, asker, { action: 'cancel-filing', subject, now: now() })
        const recipients = smsRecipients(kind, new Set())
        const action = recipients.length > 0 ? 'cancel' : 'cancel-at-once'
        const saved = await takeFilingStep(tx, {
          row: { ...row, revision },
          action,
          actor: 'administrator',
          userId: asker.session.userId,
          change: { kind },
          limits,
          now: now(),
        })
        if (action === 'cancel') await sendCodes(tx, parts, saved, recipients)
        else await finishCancelling(tx, saved, { limits, now: now() })
        await audit(tx, programAct(asker, 'cancel-filing', appId, { kind, number }))
        return describe(tx, program)
      })
    },
  }
}

export type FilingService = ReturnType<typeof createFilingService>

/** Who gets a code before the regulator gets the filing. One person needs one code. */
export function codeRecipients(
  kind: FilingKind,
  { form, answers }: { form: Parameters<typeof changedParts>[0]; answers: Record<string, string> },
  filed: Record<string, string>,
) {
  const recipients = smsRecipients(kind, changedParts(form, filed, answers))
  const isOnePerson = answers.programPrincipal !== 'other'
  return isOnePerson ? recipients.slice(0, 1) : recipients
}

function changeOf(action: FilingAction, row: FilingRow) {
  if (action === 'give-up-change') {
    return { answers: row.filed_answers!, secret_answers: row.filed_secret_answers, remarks: '[]' }
  }
  return {}
}

export async function openDocument(
  tx: Queries,
  { cipher }: Pick<FilingParts, 'cipher'>,
  filingId: string,
  document: string,
): Promise<{ mediaType: string; content: Buffer }> {
  const found = await findDocument(tx, filingId, document)
  if (!found) throw notFound('document')
  return {
    mediaType: found.media_type,
    content: cipher.open(found.content, documentContext(filingId, document)),
  }
}

function documentContext(filingId: string, document: string): string {
  return `filing ${filingId} document ${document}`
}
