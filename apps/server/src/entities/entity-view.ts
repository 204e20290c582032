import type { Queries } from '@sampan/database'
import type {
  Entity,
  EntityKind,
  EntityKindCode,
  EntitySummary,
  FormProblem,
  RegistrationAction,
  RegistrationState,
  StepRecord,
  VerificationRoute,
} from '@sampan/platform-api'
import { notFound } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { readHistory, readPhoneContacts } from '../process/history'
import { maskAnswers, openAnswers } from './answers'
import { entityName } from './entity-name'
import { possibleActions } from './registration'
import { checkForm } from './rules/check-form'
import type { RegistrationActor } from './rules/registration-steps'
import type { EntityParts } from './entity-parts'
import { type EntityRow, findEntity, listDocuments } from './store'

export const PROCESS = 'registration'
/** In which the form is filled in. */
export const OPEN_STATES: readonly RegistrationState[] = ['draft', 'sent-back']

export type EntityView = ReturnType<typeof createEntityView>

/** Who may see an entity, and what they see of it. */
export function createEntityView({ cipher, kinds, now }: EntityParts) {
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

  return { kindOf, requireEntity, problemsOf, describe }
}

export function summarise(row: EntityRow): EntitySummary {
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

/** An entry of the journal. */
export function act(
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
