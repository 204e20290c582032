import { randomBytes } from 'node:crypto'
import type { Database, Queries } from '@sampan/database'
import {
  type ConfirmationRequest,
  type ConfirmationState,
  type ConfirmationStatus,
  type ConfirmationSubject,
  type ConfirmedAction,
  nameDevice,
  type NewConfirmation,
  readConfirmationSubject,
} from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { requireProgram } from '../programs/access'
import { avatarUrl } from '../programs/avatar-url'
import { programAct } from '../programs/program-act'
import { CONFIRMATION_MINUTES, CONFIRMED_ACTIONS, needsAnotherSignIn } from './rules/confirmed-actions'
import { type ConfirmationRow, decideConfirmation, findConfirmation, insertConfirmation } from './store'

const CODE_BYTES = 18
const MINUTE_MS = 60_000

export interface ConfirmationParts {
  db: Database
  baseUrl(): string
  now(): Date
}

export function createConfirmationService({ db, baseUrl, now }: ConfirmationParts) {
  async function describe(
    queries: Queries,
    asker: Asker,
    row: ConfirmationRow,
  ): Promise<ConfirmationRequest> {
    const { appId, target, roles } = readConfirmationSubject(row.subject)
    const program = await requireProgram(queries, asker, appId, permissionOf(row))
    return {
      ...summarise(row, now()),
      program: { appId, name: program.name, avatarUrl: avatarUrl(program) },
      person: await findPerson(queries, appId, target),
      roles,
      device: row.device,
      address: row.address,
      createdAt: row.created_at.toISOString(),
      mayDecide: mayDecide(asker, row),
    }
  }

  function mayDecide({ session }: Asker, row: ConfirmationRow): boolean {
    return session.id !== row.session_id || !needsAnotherSignIn(baseUrl())
  }

  return {
    /** Only what one may do is worth confirming. */
    async ask(
      asker: Asker,
      { action, subject }: ConfirmationSubject,
      userAgent: string | undefined,
    ): Promise<NewConfirmation> {
      const { appId } = readConfirmationSubject(subject)
      return db.transaction(async (tx) => {
        await requireProgram(tx, asker, appId, CONFIRMED_ACTIONS[action])
        const code = randomBytes(CODE_BYTES).toString('base64url')
        const row = await insertConfirmation(tx, {
          userId: asker.session.userId,
          sessionId: asker.session.id,
          device: nameDevice(userAgent ?? null) ?? '',
          address: asker.address,
          code,
          action,
          subject,
          createdAt: now(),
          expiresAt: new Date(now().getTime() + CONFIRMATION_MINUTES * MINUTE_MS),
        })
        await audit(tx, programAct(asker, 'ask-confirmation', appId, { action }))
        const { id, expiresAt } = summarise(row, now())
        return { id, action, subject, code, expiresAt, url: `${baseUrl()}/scan/confirm/${code}` }
      })
    },

    async read({ session }: Asker, id: string): Promise<ConfirmationStatus> {
      const row = await findConfirmation(db.kysely, session.userId, { id })
      if (!row) throw notFound('confirmation')
      return summarise(row, now())
    },

    async readByCode(asker: Asker, code: string): Promise<ConfirmationRequest> {
      const row = await findConfirmation(db.kysely, asker.session.userId, { code })
      if (!row) throw notFound('confirmation')
      return describe(db.kysely, asker, row)
    },

    async decide(asker: Asker, code: string, approve: boolean): Promise<ConfirmationRequest> {
      return db.transaction(async (tx) => {
        const row = await findConfirmation(tx, asker.session.userId, { code })
        if (!row) throw notFound('confirmation')
        if (approve && !mayDecide(asker, row)) {
          throw new Refusal({ code: 'rule', rule: 'another-sign-in' }, 'Approve it on another device')
        }
        const decided = await decideConfirmation(tx, { id: row.id, approve, now: now() })
        if (!decided) {
          throw new Refusal('not-now', `The confirmation is ${summarise(row, now()).state}`)
        }
        const { appId } = readConfirmationSubject(row.subject)
        const action = approve ? 'confirm' : 'refuse-confirmation'
        await audit(tx, programAct(asker, action, appId, { action: row.action }))
        return describe(tx, asker, decided)
      })
    },
  }
}

export type ConfirmationService = ReturnType<typeof createConfirmationService>

function permissionOf({ action }: ConfirmationRow) {
  return CONFIRMED_ACTIONS[action as ConfirmedAction]
}

function summarise(row: ConfirmationRow, now: Date): ConfirmationStatus {
  const isOver = row.expires_at <= now && (row.state === 'waiting' || row.state === 'approved')
  return {
    id: row.id,
    action: row.action as ConfirmedAction,
    subject: row.subject,
    state: isOver ? ('expired' satisfies ConfirmationState) : row.state,
    expiresAt: row.expires_at.toISOString(),
  }
}

/** Members by their id; whoever is to become one is known by the address that was written. */
async function findPerson(
  queries: Queries,
  appId: string,
  target: string,
): Promise<ConfirmationRequest['person']> {
  if (target === '') return null
  if (target.includes('@')) return { name: '', email: target }
  const member = await queries
    .selectFrom('auth.user')
    .innerJoin('program_member', 'program_member.user_id', 'auth.user.id')
    .select(['name', 'email'])
    .where('program_member.app_id', '=', appId)
    .where('auth.user.id', '=', target)
    .executeTakeFirst()
  return member ?? null
}
