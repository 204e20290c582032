import type { Entity, EntityKindCode, EntitySummary, VerificationRoute } from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { detectMediaType, MOST_DOCUMENT_BYTES } from '../documents/media-type'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import type { Session } from '../identity/sessions'
import { keepMasked, openAnswers, sealAnswers } from './answers'
import type { EntityParts } from './entity-parts'
import { act, createEntityView, OPEN_STATES, summarise } from './entity-view'
import { advance } from './registration'
import { checkForm, normaliseForm } from './rules/check-form'
import {
  type EntityRow,
  findDocument,
  insertEntity,
  listEntitiesOf,
  updateEntity,
  upsertDocument,
} from './store'

export function createEntityService(parts: EntityParts) {
  const { db, cipher, kinds, now } = parts
  const { requireEntity, problemsOf, describe } = createEntityView(parts)

  function requireOpen(row: EntityRow): void {
    if (OPEN_STATES.includes(row.state)) return
    throw new Refusal('not-now', `The form of an entity that is ${row.state} cannot be changed`)
  }

  return {
    kinds: () => kinds,

    async listMine({ session }: Asker): Promise<EntitySummary[]> {
      return (await listEntitiesOf(db.kysely, session.userId)).map(summarise)
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
        if (!saved) throw new Refusal('changed', 'Somebody changed it meanwhile')
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

    /** Takes a form back, or renews what lapsed. */
    async takeStep(
      asker: Asker,
      id: string,
      revision: number,
      action: 'withdraw' | 'renew',
      reason: string,
    ): Promise<Entity> {
      return db.transaction(async (tx) => {
        const { row, kind, actor } = await requireEntity(tx, asker, id, ['applicant'])
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
        return describe(tx, saved, actor)
      })
    },
  }
}

export type EntityService = ReturnType<typeof createEntityService>

/** Whoever owns something has to be reachable: both codes came back. */
function requireReachable({ isEmailVerified, phone }: Session): void {
  if (isEmailVerified && phone !== undefined) return
  throw new Refusal(
    { code: 'rule', rule: 'phone-missing' },
    'Confirm your email address and your phone first',
  )
}

function documentContext(entityId: string, document: string): string {
  return `entity ${entityId} document ${document}`
}
