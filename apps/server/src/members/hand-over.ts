import type { Database } from '@sampan/database'
import { confirmationSubject, type GivenRole, type MemberList } from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { useConfirmation } from '../confirmations/use-confirmation'
import { Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { notify } from '../notices/notify'
import { requireProgram } from '../programs/access'
import { programAct } from '../programs/program-act'
import { findProgramOfMember, lockProgram } from '../programs/store'
import { giveRoles, takeRoles } from './change-roles'
import { deleteOffer, findOffer, putOffer } from './offer-store'
import { isProjectRole, OFFER_DAYS } from './rules/role-change'
import { describeMembers, titleOf } from './service'
import { insertMember, listMembers } from './store'

const DAY_MS = 24 * 3600_000

/** A program’s administrator gives it to another member: offered by one, taken over by the other, confirmed by both. */
export function createHandOverService({ db, now }: { db: Database; now(): Date }) {
  return {
    async offer(asker: Asker, appId: string, toUserId: string, stayAs: GivenRole[]): Promise<MemberList> {
      return db.transaction(async (tx) => {
        const program = await requireProgram(tx, asker, appId, 'manage-members')
        await lockProgram(tx, appId)
        const to = (await listMembers(tx, appId)).find(({ userId }) => userId === toUserId)
        if (!to?.roles.some(isProjectRole) || toUserId === asker.session.userId) {
          throw new Refusal({ code: 'rule', rule: 'not-a-project-member' }, 'Only to another project member')
        }
        const subject = confirmationSubject(appId, toUserId)
        await useConfirmation(tx, asker, { action: 'hand-over', subject, now: now() })
        const expiresAt = new Date(now().getTime() + OFFER_DAYS * DAY_MS)
        await putOffer(tx, { appId, toUserId, offeredBy: asker.session.userId, stayAs, expiresAt })
        await audit(tx, programAct(asker, 'hand-over', appId, { userId: toUserId, stayAs }))
        await notify(tx, {
          userId: toUserId,
          kind: 'administrator-offered',
          params: { program: titleOf(program), by: asker.session.name },
          link: `/programs/${appId}/members`,
        })
        return describeMembers(tx, asker, program, now())
      })
    },

    /** By the one who offers, or by the one whom it is offered to. */
    async withdraw(asker: Asker, appId: string): Promise<MemberList> {
      const { userId, name } = asker.session
      return db.transaction(async (tx) => {
        const program = await requireProgram(tx, asker, appId, 'see-console')
        await lockProgram(tx, appId)
        const offer = await findOffer(tx, appId, now())
        if (!offer || (offer.offered_by !== userId && offer.to_user_id !== userId)) throw noOffer()
        const isDeclined = offer.to_user_id === userId
        await deleteOffer(tx, appId)
        await audit(tx, programAct(asker, isDeclined ? 'decline-program' : 'withdraw-hand-over', appId))
        await notify(tx, {
          userId: isDeclined ? offer.offered_by : offer.to_user_id,
          kind: isDeclined ? 'administrator-declined' : 'administrator-offer-withdrawn',
          params: { program: titleOf(program), by: name },
          link: `/programs/${appId}/members`,
        })
        return describeMembers(tx, asker, program, now())
      })
    },

    async takeOver(asker: Asker, appId: string): Promise<MemberList> {
      const { userId, name, phone } = asker.session
      return db.transaction(async (tx) => {
        const program = await requireProgram(tx, asker, appId, 'see-console')
        await lockProgram(tx, appId)
        const offer = await findOffer(tx, appId, now())
        if (offer?.to_user_id !== userId) throw noOffer()
        const administrator = await findProgramOfMember(tx, appId, offer.offered_by)
        if (!administrator?.roles.includes('administrator')) throw noOffer()
        if (phone === undefined) {
          throw new Refusal({ code: 'rule', rule: 'phone-missing' }, 'Confirm your phone first')
        }
        const subject = confirmationSubject(appId)
        await useConfirmation(tx, asker, { action: 'take-over', subject, now: now() })
        await deleteOffer(tx, appId)
        await takeRoles(tx, appId, { userId: offer.offered_by, roles: administrator.roles, now: now() })
        await takeRoles(tx, appId, { userId, roles: program.roles.filter(isProjectRole), now: now() })
        await insertMember(tx, {
          appId,
          userId,
          role: 'administrator',
          addedBy: offer.offered_by,
          addedAt: now(),
        })
        await giveRoles(tx, program, {
          userId: offer.offered_by,
          roles: offer.stay_as,
          addedBy: userId,
          now: now(),
        })
        await audit(tx, programAct(asker, 'take-over', appId, { from: offer.offered_by }))
        await notify(tx, {
          userId: offer.offered_by,
          kind: 'administrator-taken-over',
          params: { program: titleOf(program), by: name },
          link: '/programs',
        })
        return describeMembers(tx, asker, program, now())
      })
    },
  }
}

export type HandOverService = ReturnType<typeof createHandOverService>

function noOffer(): Refusal {
  return new Refusal({ code: 'rule', rule: 'no-offer' }, 'It is not offered to you, or not any more')
}
