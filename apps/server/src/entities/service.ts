import type { Database, Queries } from '@sampan/database'
import type {
  Entity,
  EntityKind,
  EntityKindCode,
  EntitySummary,
  FormProblem,
  PhoneContactOutcome,
  RegistrationAction,
  RegistrationState,
  StepRecord,
  VerificationRoute,
} from '@sampan/platform-api'
import { audit } from '../audit/audit'
import type { Cipher } from '../documents/cipher'
import { detectMediaType, MOST_DOCUMENT_BYTES } from '../documents/media-type'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import type { Session } from '../identity/sessions'
import { notify } from '../notices/notify'
import { readHistory, readPhoneContacts, recordPhoneContact } from '../process/history'
import { keepMasked, maskAnswers, openAnswers, sealAnswers } from './answers'
import { entityName } from './entity-name'
import { advance, possibleActions } from './registration'
import { checkForm, normaliseForm } from './rules/check-form'
import type { RegistrationActor } from './rules/registration-steps'
import {
  type EntityRow,
  findDocument,
  findEntity,
  insertEntity,
  listDocuments,
  listEntitiesIn,
  listEntitiesOf,
  updateEntity,
  upsertDocument,
} from './store'

export interface EntityParts {
  db: Database
  cipher: Cipher
  kinds: EntityKind[]
  now(): Date
}

const PROCESS = 'registration'
const OPEN_STATES: readonly RegistrationState[] = ['draft', 'sent-back']

export function createEntityService(parts: EntityParts) {
  const { db, cipher, kinds, now } = parts

  function kindOf(code: string): EntityKind {
    const kind = kinds.find((each) => each.code === code)
    if (!kind) throw new Error(`no rules for entities of kind ${code}`)
    return kind
  }

  /** Somebody else's entity is not there, as far as they are told. */
  async function requireEntity(queries: Queries, { session }: Asker, id: string, as: RegistrationActor[]) {
    const row = await findEntity(queries, id)
    const actor: RegistrationActor | undefined =
      row?.administrator_id === session.userId && as.includes('applicant')
        ? 'applicant'
        : session.staffRoles.includes('reviewer') && row?.state !== 'draft' && as.includes('reviewer')
          ? 'reviewer'
          : undefined
    if (!row || !actor) throw notFound('entity')
    return { row, actor, kind: kindOf(row.kind) }
  }

  function requireOpen(row: EntityRow): void {
    if (OPEN_STATES.includes(row.state)) return
    throw new Refusal('not-now', `The form of an entity that is ${row.state} cannot be changed`)
  }

  async function problemsOf(queries: Queries, kind: EntityKind, row: EntityRow): Promise<FormProblem[]> {
    const present = new Set((await listDocuments(queries, row.id)).map(({ document }) => document))
    const missing = kind.documents.filter(({ id, isOptional }) => !isOptional && !present.has(id))
    return [
      ...checkForm(kind, openAnswers(row.id, row, cipher), now()),
      ...missing.map(({ id }): FormProblem => ({ field: id, problem: 'missing' })),
    ]
  }

  async function describe(queries: Queries, row: EntityRow, actor: RegistrationActor): Promise<Entity> {
    const kind = kindOf(row.kind)
    const answers = openAnswers(row.id, row, cipher)
    const [documents, problems, history, phoneContacts] = await Promise.all([
      listDocuments(queries, row.id),
      problemsOf(queries, kind, row),
      readHistory(queries, PROCESS, row.id),
      readPhoneContacts(queries, PROCESS, row.id),
    ])
    return {
      ...summarise(row),
      verificationRoute: row.verification_route as VerificationRoute | null,
      answers: actor === 'reviewer' ? answers : maskAnswers(kind, answers),
      documents: documents.map((each) => ({
        id: each.document,
        mediaType: each.media_type,
        sizeBytes: each.size_bytes,
        uploadedAt: each.uploaded_at.toISOString(),
      })),
      problems: OPEN_STATES.includes(row.state) ? problems : [],
      actions: possibleActions(row.state, actor),
      history: history as StepRecord<RegistrationState, RegistrationAction>[],
      phoneContacts: actor === 'reviewer' ? phoneContacts : [],
    }
  }

  return {
    kinds: () => kinds,

    async listMine({ session }: Asker): Promise<EntitySummary[]> {
      return (await listEntitiesOf(db.kysely, session.userId)).map(summarise)
    },

    async listWaiting({ session }: Asker): Promise<EntitySummary[]> {
      requireReviewer(session)
      return (await listEntitiesIn(db.kysely, 'in-review')).map(summarise)
    },

    async create(asker: Asker, code: EntityKindCode): Promise<Entity> {
      requireReachable(asker.session)
      return db.transaction(async (tx) => {
        const row = await insertEntity(tx, { kind: code, administratorId: asker.session.userId })
        await audit(tx, act(asker, 'create', row.id, { kind: code }))
        return describe(tx, row, 'applicant')
      })
    },

    async read(asker: Asker, id: string): Promise<Entity> {
      return db.transaction(async (tx) => {
        const { row, actor } = await requireEntity(tx, asker, id, ['applicant', 'reviewer'])
        if (actor === 'reviewer') await audit(tx, act(asker, 'see', id))
        return describe(tx, row, actor)
      })
    },

    /** Drafts may be incomplete; what is filled in is checked when it is handed in. */
    async saveAnswers(
      asker: Asker,
      id: string,
      revision: number,
      given: Record<string, string>,
    ): Promise<Entity> {
      return db.transaction(async (tx) => {
        const { row, kind } = await requireEntity(tx, asker, id, ['applicant'])
        requireOpen(row)
        const stored = openAnswers(id, row, cipher)
        const answers = normaliseForm(kind, keepMasked(kind, given, stored))
        const wrong = checkForm(kind, answers, now()).filter(
          ({ problem }) => problem === 'too-long' || problem === 'not-asked',
        )
        if (wrong.length > 0) {
          throw new Refusal({ code: 'form', problems: wrong }, 'Some answers cannot be kept')
        }
        const saved = await updateEntity(tx, { id, revision }, sealAnswers(kind, id, answers, cipher))
        if (!saved) throw changed()
        await audit(tx, act(asker, 'fill-in', id, { fields: Object.keys(answers) }))
        return describe(tx, saved, 'applicant')
      })
    },

    async saveDocument(asker: Asker, id: string, document: string, content: Buffer): Promise<Entity> {
      return db.transaction(async (tx) => {
        const { row, kind } = await requireEntity(tx, asker, id, ['applicant'])
        requireOpen(row)
        if (!kind.documents.some((each) => each.id === document)) throw notFound('document')
        const mediaType = detectMediaType(content)
        if (!mediaType || content.length > MOST_DOCUMENT_BYTES) {
          throw new Refusal(
            { code: 'form', problems: [{ field: document, problem: mediaType ? 'too-long' : 'not-valid' }] },
            'A document is a JPEG or PNG picture of 2 MB at most',
          )
        }
        await upsertDocument(tx, {
          entityId: id,
          document,
          mediaType,
          sizeBytes: content.length,
          content: cipher.seal(content, documentContext(id, document)),
        })
        await audit(tx, act(asker, 'add-document', id, { document }))
        return describe(tx, row, 'applicant')
      })
    },

    async readDocument(
      asker: Asker,
      id: string,
      document: string,
    ): Promise<{ mediaType: string; content: Buffer }> {
      return db.transaction(async (tx) => {
        await requireEntity(tx, asker, id, ['applicant', 'reviewer'])
        const found = await findDocument(tx, id, document)
        if (!found) throw notFound('document')
        await audit(tx, act(asker, 'see-document', id, { document }))
        return {
          mediaType: found.media_type,
          content: cipher.open(found.content, documentContext(id, document)),
        }
      })
    },

    /** The applicant hands the form in. */
    async submit(asker: Asker, id: string, revision: number, route: VerificationRoute): Promise<Entity> {
      return db.transaction(async (tx) => {
        const { row, kind } = await requireEntity(tx, asker, id, ['applicant'])
        if (!kind.verification.some((each) => each.route === route)) {
          throw new Refusal(
            { code: 'rule', rule: 'verification-route' },
            `${kind.code} cannot be verified by ${route}`,
          )
        }
        requireOpen(row)
        const problems = await problemsOf(tx, kind, row)
        if (problems.length > 0) throw new Refusal({ code: 'form', problems }, 'The form is not complete')
        const saved = await advance(tx, {
          row: { ...row, revision },
          kind,
          action: 'hand-in',
          route,
          actor: 'applicant',
          userId: asker.session.userId,
          now: now(),
        })
        await audit(tx, act(asker, 'hand-in', id, { route }))
        return describe(tx, saved, 'applicant')
      })
    },

    /** Any other step: withdraw, renew; approve, send back, refuse. */
    async decide(
      asker: Asker,
      id: string,
      revision: number,
      action: 'withdraw' | 'renew' | 'approve' | 'send-back' | 'refuse',
      reason: string,
    ): Promise<Entity> {
      const isReviewers = action === 'approve' || action === 'send-back' || action === 'refuse'
      return db.transaction(async (tx) => {
        const { row, kind, actor } = await requireEntity(tx, asker, id, [
          isReviewers ? 'reviewer' : 'applicant',
        ])
        if (isReviewers && row.administrator_id === asker.session.userId) {
          throw new Refusal({ code: 'rule', rule: 'own-entity' }, 'Nobody decides on an entity of their own')
        }
        if (isReviewers && action !== 'approve' && reason.trim() === '') {
          throw new Refusal({ code: 'rule', rule: 'reason-missing' }, 'Say why')
        }
        const saved = await advance(tx, {
          row: { ...row, revision },
          kind,
          action,
          actor,
          userId: asker.session.userId,
          reason,
          now: now(),
        })
        await audit(tx, act(asker, action, id, { reason }))
        if (isReviewers) {
          await notify(tx, {
            userId: row.administrator_id,
            kind: `registration-${action}`,
            params: { name: entityName(row), reason },
            link: `/account/entities/${id}`,
          })
        }
        return describe(tx, saved, actor)
      })
    },

    /** The answer of a bank or a face check. Both are simulated until a provider is connected: the operator gives it. */
    async answerVerification(
      asker: Asker,
      id: string,
      passed: boolean,
      reason: string,
    ): Promise<EntitySummary> {
      if (!asker.session.staffRoles.includes('operator')) throw new Refusal('forbidden', 'Operators only')
      return db.transaction(async (tx) => {
        const row = await findEntity(tx, id)
        if (!row) throw notFound('entity')
        const saved = await advance(tx, {
          row,
          kind: kindOf(row.kind),
          action: passed ? 'verification-passed' : 'verification-failed',
          actor: 'provider',
          userId: undefined,
          reason,
          now: now(),
        })
        await audit(tx, act(asker, 'simulate-verification', id, { passed }))
        await notify(tx, {
          userId: row.administrator_id,
          kind: passed ? 'registration-verification-passed' : 'registration-verification-failed',
          params: { name: entityName(row), reason },
          link: `/account/entities/${id}`,
        })
        return summarise(saved)
      })
    },

    async notePhoneContact(
      asker: Asker,
      id: string,
      outcome: PhoneContactOutcome,
      note: string,
    ): Promise<Entity> {
      return db.transaction(async (tx) => {
        const { row } = await requireEntity(tx, asker, id, ['reviewer'])
        const contact = { process: PROCESS, subjectId: id, reviewerId: asker.session.userId, outcome, note }
        await recordPhoneContact(tx, contact)
        await audit(tx, act(asker, 'phone-contact', id, { outcome }))
        return describe(tx, row, 'reviewer')
      })
    },
  }
}

export type EntityService = ReturnType<typeof createEntityService>

function requireReviewer({ staffRoles }: Session): void {
  if (!staffRoles.includes('reviewer')) throw new Refusal('forbidden', 'Reviewers only')
}

/** Whoever owns something has to be reachable: both codes came back. */
function requireReachable({ isEmailVerified, phone }: Session): void {
  if (isEmailVerified && phone !== undefined) return
  throw new Refusal(
    { code: 'rule', rule: 'phone-missing' },
    'Confirm your email address and your phone first',
  )
}

function changed(): Refusal {
  return new Refusal('changed', 'Somebody changed it meanwhile')
}

function act(
  { session, address }: Asker,
  action: string,
  subjectId: string,
  details?: Record<string, unknown>,
) {
  return {
    userId: session.userId,
    action,
    subject: 'entity',
    subjectId,
    address,
    ...(details && { details }),
  }
}

function summarise(row: EntityRow): EntitySummary {
  return {
    id: row.id,
    kind: row.kind as EntityKindCode,
    name: entityName(row),
    state: row.state,
    createdAt: row.created_at.toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    dueAt: row.due_at?.toISOString() ?? null,
    revision: row.revision,
  }
}

function documentContext(entityId: string, document: string): string {
  return `entity ${entityId} document ${document}`
}
