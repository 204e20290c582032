import type { Entity, EntitySummary, PhoneContactOutcome } from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import type { Session } from '../identity/sessions'
import { notify } from '../notices/notify'
import { recordPhoneContact } from '../process/history'
import { entityName } from './entity-name'
import { act, createEntityView, PROCESS, summarise } from './entity-view'
import { advance } from './registration'
import type { EntityParts } from './entity-parts'
import { findEntity, listEntitiesIn } from './store'

/** What reviewers, and in a simulation the operator, do with registrations. */
export function createEntityReview(parts: EntityParts) {
  const { db, now } = parts
  const { kindOf, requireEntity, describe } = createEntityView(parts)

  return {
    async listWaiting({ session }: Asker): Promise<EntitySummary[]> {
      requireReviewer(session)
      return (await listEntitiesIn(db.kysely, 'in-review')).map(summarise)
    },

    async decide(
      asker: Asker,
      id: string,
      revision: number,
      action: 'approve' | 'send-back' | 'refuse',
      reason: string,
    ): Promise<Entity> {
      return db.transaction(async (tx) => {
        const { row, kind, actor } = await requireEntity(tx, asker, id, ['reviewer'])
        if (row.administrator_id === asker.session.userId) {
          throw new Refusal({ code: 'rule', rule: 'own-entity' }, 'Nobody decides on an entity of their own')
        }
        if (action !== 'approve' && reason.trim() === '') {
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
        await notify(tx, {
          userId: row.administrator_id,
          kind: `registration-${action}`,
          params: { name: entityName(row), reason },
          link: `/account/entities/${id}`,
        })
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

export type EntityReview = ReturnType<typeof createEntityReview>

function requireReviewer({ staffRoles }: Session): void {
  if (!staffRoles.includes('reviewer')) throw new Refusal('forbidden', 'Reviewers only')
}
