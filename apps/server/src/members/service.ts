import type { Database, Queries } from '@sampan/database'
import {
  type ConfirmedAction,
  confirmationSubject,
  type GivenRole,
  type MemberList,
  type MemberRole,
} from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { useConfirmation } from '../confirmations/use-confirmation'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { notify } from '../notices/notify'
import { requireProgram } from '../programs/access'
import { programAct } from '../programs/program-act'
import { findProgramOfMember, lockProgram, type ProgramOfMember } from '../programs/store'
import { giveRoles, measureRoom, takeRoles } from './change-roles'
import { describeOffer, findOffer } from './offer-store'
import { confirmationFor, mayDo } from './rules/permissions'
import { permissionToChange } from './rules/role-change'
import { findPersonByEmail, listMembers } from './store'

export interface MemberParts {
  db: Database
  now(): Date
}

export function createMemberService({ db, now }: MemberParts) {
  /** Asks for the scan that this change of roles takes, if it takes one. */
  async function confirmChange(
    tx: Queries,
    asker: Asker,
    action: ConfirmedAction,
    change: { before: readonly MemberRole[]; after: readonly MemberRole[]; subject: string },
  ): Promise<void> {
    if (confirmationFor(permissionToChange(change.before, change.after)) === 'none') return
    await useConfirmation(tx, asker, { action, subject: change.subject, now: now() })
  }

  /** A person of this program, whom others change: not its administrator. */
  async function requireOther(tx: Queries, appId: string, userId: string) {
    await lockProgram(tx, appId)
    const member = (await listMembers(tx, appId)).find((each) => each.userId === userId)
    if (!member) throw notFound('member')
    if (member.roles.includes('administrator')) throw administratorStays()
    return member
  }

  return {
    async list(asker: Asker, appId: string): Promise<MemberList> {
      const program = await requireProgram(db.kysely, asker, appId, 'see-console')
      return describeMembers(db.kysely, asker, program, now())
    },

    /** By the address of somebody's account. They are told, and may leave. */
    async add(asker: Asker, appId: string, email: string, roles: GivenRole[]): Promise<MemberList> {
      return db.transaction(async (tx) => {
        const program = await requireProgram(tx, asker, appId, permissionToChange([], roles))
        const person = await findPersonByEmail(tx, email)
        if (!person) {
          throw new Refusal(
            { code: 'rule', rule: 'no-such-user', errcode: 85001 },
            'Nobody has an account with this address',
          )
        }
        const before = (await findProgramOfMember(tx, appId, person.id))?.roles ?? []
        if (before.includes('administrator') || roles.every((role) => before.includes(role))) {
          throw alreadyMember()
        }
        const subject = confirmationSubject(appId, person.email, roles)
        await confirmChange(tx, asker, 'add-member', { before: [], after: roles, subject })
        const { userId } = asker.session
        const added = await giveRoles(tx, program, { userId: person.id, roles, addedBy: userId, now: now() })
        await audit(tx, programAct(asker, 'add-member', appId, { userId: person.id, roles: added }))
        await tell(tx, person.id, 'member-added', program, added)
        return describeMembers(tx, asker, program, now())
      })
    },

    /** To exactly these roles. */
    async changeRoles(asker: Asker, appId: string, userId: string, roles: GivenRole[]): Promise<MemberList> {
      return db.transaction(async (tx) => {
        const program = await requireProgram(tx, asker, appId, 'manage-testers')
        const { roles: before } = await requireOther(tx, appId, userId)
        await requireProgram(tx, asker, appId, permissionToChange(before, roles))
        const subject = confirmationSubject(appId, userId, roles)
        await confirmChange(tx, asker, 'change-roles', { before, after: roles, subject })
        const taken = before.filter((role) => !(roles as MemberRole[]).includes(role))
        await giveRoles(tx, program, { userId, roles, addedBy: asker.session.userId, now: now() })
        await takeRoles(tx, appId, { userId, roles: taken, now: now() })
        await audit(tx, programAct(asker, 'change-roles', appId, { userId, before, after: roles }))
        await tell(tx, userId, 'member-roles-changed', program, roles)
        return describeMembers(tx, asker, program, now())
      })
    },

    /** Undefined if one removed oneself. */
    async remove(asker: Asker, appId: string, userId: string): Promise<MemberList | undefined> {
      const isLeaving = userId === asker.session.userId
      return db.transaction(async (tx) => {
        const program = isLeaving
          ? await findProgramOfMember(tx, appId, userId)
          : await requireProgram(tx, asker, appId, 'manage-testers')
        if (!program) throw notFound('program')
        const { roles } = await requireOther(tx, appId, userId)
        if (!isLeaving) {
          await requireProgram(tx, asker, appId, permissionToChange(roles, []))
          const subject = confirmationSubject(appId, userId)
          await confirmChange(tx, asker, 'remove-member', { before: roles, after: [], subject })
        }
        await takeRoles(tx, appId, { userId, roles, now: now() })
        await audit(tx, programAct(asker, isLeaving ? 'leave' : 'remove-member', appId, { userId, roles }))
        if (isLeaving) return undefined
        await tell(tx, userId, 'member-removed', program, roles)
        return describeMembers(tx, asker, program, now())
      })
    },
  }
}

export type MemberService = ReturnType<typeof createMemberService>

export async function describeMembers(
  queries: Queries,
  { session }: Asker,
  program: ProgramOfMember,
  now: Date,
): Promise<MemberList> {
  const members = await listMembers(queries, program.app_id)
  const offer = await findOffer(queries, program.app_id, now)
  const mine = members.find(({ userId }) => userId === session.userId)?.roles ?? []
  return {
    members: members.map(({ userId, name, email, roles, addedAt }) => ({
      userId,
      name,
      email,
      roles,
      addedAt: addedAt.toISOString(),
      isYou: userId === session.userId,
    })),
    ...(await measureRoom(queries, program, members)),
    offer: offer ? describeOffer(offer, session.userId) : null,
    permissions: (['manage-members', 'manage-testers'] as const).filter((each) => mayDo(mine, each)),
  }
}

export function alreadyMember(): Refusal {
  return new Refusal({ code: 'rule', rule: 'already-member', errcode: 85004 }, 'They have these roles')
}

export function administratorStays(): Refusal {
  return new Refusal(
    { code: 'rule', rule: 'administrator-stays' },
    'A program has an administrator: hand it over first',
  )
}

/** What a program is called in notices. */
export function titleOf({ name, app_id }: { name: string; app_id: string }): string {
  return name === '' ? app_id : name
}

async function tell(
  tx: Queries,
  userId: string,
  kind: string,
  program: ProgramOfMember,
  roles: readonly MemberRole[],
): Promise<void> {
  await notify(tx, {
    userId,
    kind,
    params: { program: titleOf(program), roles: roles.join(',') },
    link: kind === 'member-removed' ? '/programs' : `/programs/${program.app_id}`,
  })
}
