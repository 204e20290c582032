import type { Database } from '@sampan/database'
import type { DeviceLoginRequest, DeviceToken, NewDeviceLogin, SignedInTool } from '@sampan/platform-api'
import { type AuditedAct, audit } from '../audit/audit'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { createSecret, createToken, createUserCode, hashCode, readUserCode } from './codes'
import { idleSince, type LoginLimits } from './rules/login-limits'
import {
  countWaiting,
  decideLogin,
  deleteTokens,
  findLogin,
  insertLogin,
  insertToken,
  listTokens,
  noteAsked,
  takeApprovedLogin,
} from './store'

export interface DeviceLoginParts {
  db: Database
  limits: LoginLimits
  baseUrl(): string
  now(): Date
}

export function createDeviceLoginService({ db, limits, baseUrl, now }: DeviceLoginParts) {
  return {
    /** Anybody may ask: nothing happens before somebody who is signed in approves. */
    async begin(device: string, address: string): Promise<NewDeviceLogin> {
      const [deviceCode, userCode] = [createSecret(), createUserCode()]
      const expiresAt = new Date(now().getTime() + limits.validMinutes * 60_000)
      await db.transaction(async (tx) => {
        if ((await countWaiting(tx, address, now())) >= limits.mostWaiting) {
          throw new Refusal('too-many-requests', 'Others wait to be approved at this address')
        }
        await insertLogin(tx, {
          device_code_hash: hashCode(deviceCode),
          user_code_hash: hashCode(userCode),
          device,
          address,
          interval_seconds: limits.intervalSeconds,
          created_at: now(),
          expires_at: expiresAt,
        })
      })
      return {
        deviceCode,
        userCode,
        url: `${baseUrl()}/scan/login/${userCode}`,
        intervalSeconds: limits.intervalSeconds,
        expiresAt: expiresAt.toISOString(),
      }
    },

    /** The tool asks whether it is signed in now. */
    async takeToken(deviceCode: string): Promise<DeviceToken> {
      const row = await findLogin(db.kysely, { deviceCode }, now())
      if (!row) throw notFound('device login')
      if (row.state === 'refused') throw new Refusal({ code: 'forbidden', rule: 'refused' }, 'It was refused')
      if (row.state === 'waiting') {
        const sinceMs = now().getTime() - (row.asked_at?.getTime() ?? 0)
        const isTooSoon = sinceMs < row.interval_seconds * 1000
        await noteAsked(db.kysely, row.id, now(), isTooSoon ? limits.slowDownSeconds : 0)
        throw new Refusal({ code: 'not-now', rule: isTooSoon ? 'slow-down' : 'waiting' }, 'Not approved yet')
      }
      const token = createToken()
      await db.transaction(async (tx) => {
        const taken = await takeApprovedLogin(tx, row.id)
        if (!taken?.user_id) throw notFound('device login')
        const { user_id, device, address } = taken
        await insertToken(tx, {
          token_hash: hashCode(token),
          user_id,
          device,
          address,
          created_at: now(),
          last_used_at: now(),
        })
        await audit(tx, accountAct(user_id, address, 'sign-in-device', { device }))
      })
      return { token }
    },

    async read(_asker: Asker, code: string): Promise<DeviceLoginRequest> {
      const userCode = readUserCode(code)
      const row = await findLogin(db.kysely, { userCode }, now())
      if (!row) throw notFound('device login')
      const { device, address, state, created_at, expires_at } = row
      return {
        userCode,
        device,
        address,
        state,
        createdAt: created_at.toISOString(),
        expiresAt: expires_at.toISOString(),
      }
    },

    async decide(asker: Asker, code: string, approve: boolean): Promise<DeviceLoginRequest> {
      const { userId } = asker.session
      await db.transaction(async (tx) => {
        const row = await findLogin(tx, { userCode: readUserCode(code) }, now())
        if (!row) throw notFound('device login')
        const decided = await decideLogin(tx, { id: row.id, userId, approve, now: now() })
        if (!decided) throw new Refusal('not-now', `It is ${row.state} already`)
        const action = approve ? 'approve-device' : 'refuse-device'
        const { device, address } = row
        await audit(tx, accountAct(userId, asker.address, action, { device, deviceAddress: address }))
      })
      return this.read(asker, code)
    },

    async list({ session }: Asker): Promise<{ devices: SignedInTool[] }> {
      const rows = await listTokens(db.kysely, session.userId, idleSince(now()))
      return {
        devices: rows.map(({ id, device, address, created_at, last_used_at }) => ({
          id,
          device,
          address,
          createdAt: created_at.toISOString(),
          lastUsedAt: last_used_at.toISOString(),
        })),
      }
    },

    /** One of one's own, or all of them. */
    async end({ session, address }: Asker, id?: string): Promise<void> {
      await db.transaction(async (tx) => {
        const ended = await deleteTokens(tx, session.userId, id)
        if (id !== undefined && ended === 0) throw notFound('device')
        if (ended > 0) await audit(tx, accountAct(session.userId, address, 'sign-out-device', { ended }))
      })
    },
  }
}

export type DeviceLoginService = ReturnType<typeof createDeviceLoginService>

function accountAct(
  userId: string,
  address: string,
  action: string,
  details: Record<string, unknown>,
): AuditedAct {
  return { userId, action, subject: 'account', subjectId: userId, address, details }
}
