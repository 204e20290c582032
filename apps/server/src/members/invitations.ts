import { randomBytes } from 'node:crypto'
import type { Database } from '@sampan/database'
import {
  confirmationSubject,
  type GivenRole,
  type Invitation,
  type InvitationPreview,
  type InvitationState,
  type NewInvitation,
} from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { useConfirmation } from '../confirmations/use-confirmation'
import { entityName } from '../entities/entity-name'
import { findEntity } from '../entities/store'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { notify } from '../notices/notify'
import { requireProgram } from '../programs/access'
import { avatarUrl } from '../programs/avatar-url'
import { programAct } from '../programs/program-act'
import { findProgram } from '../programs/store'
import { giveRoles } from './change-roles'
import {
  countInvitationUse,
  findInvitation,
  findInvitationByToken,
  insertInvitation,
  type InvitationRow,
  listInvitations,
  revokeInvitation,
} from './invitation-store'
import { confirmationFor } from './rules/permissions'
import { INVITATION_DAYS, permissionToChange } from './rules/role-change'
import { alreadyMember, titleOf } from './service'
import { listMembers } from './store'

const TOKEN_BYTES = 24
const DAY_MS = 24 * 3600_000

export interface InvitationParts {
  db: Database
  baseUrl(): string
  now(): Date
}

export function createInvitationService({ db, baseUrl, now }: InvitationParts) {
  return {
    async list(
      asker: Asker,
      appId: string,
      { before, limit }: { before?: string | undefined; limit: number },
    ): Promise<{ invitations: Invitation[]; next: string | null }> {
      await requireProgram(db.kysely, asker, appId, 'see-console')
      const rows = await listInvitations(db.kysely, { appId, before, limit: limit + 1 })
      const shown = rows.slice(0, limit)
      return {
        invitations: shown.map((row) => describe(row, row.creator, now())),
        next: rows.length > limit ? shown.at(-1)!.id : null,
      }
    },

    async create(asker: Asker, appId: string, roles: GivenRole[], mostUses: number): Promise<NewInvitation> {
      const permission = permissionToChange([], roles)
      const { userId, name } = asker.session
      return db.transaction(async (tx) => {
        await requireProgram(tx, asker, appId, permission)
        if (confirmationFor(permission) === 'scan') {
          const subject = confirmationSubject(appId, undefined, roles)
          await useConfirmation(tx, asker, { action: 'invite-members', subject, now: now() })
        }
        const token = randomBytes(TOKEN_BYTES).toString('base64url')
        const row = await insertInvitation(tx, {
          appId,
          token,
          roles,
          mostUses,
          createdBy: userId,
          createdAt: now(),
          expiresAt: new Date(now().getTime() + INVITATION_DAYS * DAY_MS),
        })
        await audit(tx, programAct(asker, 'invite-members', appId, { invitation: row.id, roles, mostUses }))
        return { ...describe(row, name, now()), url: `${baseUrl()}/console/#/join/${token}` }
      })
    },

    async revoke(asker: Asker, appId: string, id: string): Promise<void> {
      await db.transaction(async (tx) => {
        await requireProgram(tx, asker, appId, 'see-console')
        const row = await findInvitation(tx, appId, id)
        if (!row) throw notFound('invitation')
        if (row.created_by !== asker.session.userId) {
          await requireProgram(tx, asker, appId, permissionToChange([], row.roles))
        }
        requireOpen(row, now())
        await revokeInvitation(tx, id, now())
        await audit(tx, programAct(asker, 'revoke-invitation', appId, { invitation: id }))
      })
    },

    /** Whoever has the link sees what it leads to before they sign in. */
    async preview(token: string): Promise<InvitationPreview> {
      const row = await findInvitationByToken(db.kysely, token)
      const program = row && (await findProgram(db.kysely, row.app_id))
      if (!row || !program) throw notFound('invitation')
      const entity = (await findEntity(db.kysely, program.entity_id))!
      const inviter = (await listMembers(db.kysely, row.app_id)).find(
        ({ userId }) => userId === row.created_by,
      )
      return {
        state: stateOf(row, now()),
        program: {
          appId: program.app_id,
          name: program.name,
          avatarUrl: avatarUrl(program),
          entityName: entityName(entity),
        },
        roles: row.roles,
        invitedBy: inviter?.name ?? '',
        expiresAt: row.expires_at.toISOString(),
      }
    },

    async accept(asker: Asker, token: string): Promise<{ appId: string; roles: GivenRole[] }> {
      const { userId, name, isEmailVerified } = asker.session
      if (!isEmailVerified) {
        throw new Refusal({ code: 'rule', rule: 'email-missing' }, 'Confirm your email address first')
      }
      return db.transaction(async (tx) => {
        const row = await findInvitationByToken(tx, token, 'lock')
        const program = row && (await findProgram(tx, row.app_id))
        if (!row || !program) throw notFound('invitation')
        requireOpen(row, now())
        const given = { userId, roles: row.roles, addedBy: row.created_by, now: now() }
        const roles = await giveRoles(tx, program, given)
        if (roles.length === 0) throw alreadyMember()
        await countInvitationUse(tx, row.id)
        await audit(tx, programAct(asker, 'join', row.app_id, { invitation: row.id, roles }))
        await notify(tx, {
          userId: row.created_by,
          kind: 'member-joined',
          params: { program: titleOf(program), name, roles: roles.join(',') },
          link: `/programs/${row.app_id}/members`,
        })
        return { appId: row.app_id, roles }
      })
    },
  }
}

export type InvitationService = ReturnType<typeof createInvitationService>

function requireOpen(row: InvitationRow, now: Date): void {
  const state = stateOf(row, now)
  if (state !== 'open') throw new Refusal('not-now', `The invitation is ${state}`)
}

function stateOf(row: InvitationRow, now: Date): InvitationState {
  if (row.revoked_at) return 'revoked'
  if (row.uses >= row.most_uses) return 'used-up'
  return row.expires_at <= now ? 'expired' : 'open'
}

function describe(row: InvitationRow, createdBy: string, now: Date): Invitation {
  return {
    id: row.id,
    roles: row.roles,
    state: stateOf(row, now),
    uses: row.uses,
    mostUses: row.most_uses,
    createdBy,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }
}
