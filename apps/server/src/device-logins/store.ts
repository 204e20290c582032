import type { DeviceTables, Queries } from '@sampan/database'
import type { Selectable } from 'kysely'
import { hashCode } from './codes'

export type DeviceLoginRow = Selectable<DeviceTables['device_login']>
export type DeviceTokenRow = Selectable<DeviceTables['device_token']>

export async function countWaiting(tx: Queries, address: string, now: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('device_login')
    .select((row) => row.fn.countAll<string>().as('count'))
    .where('address', '=', address)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertLogin(
  tx: Queries,
  row: Omit<DeviceLoginRow, 'id' | 'state' | 'user_id' | 'asked_at'>,
): Promise<void> {
  await tx
    .insertInto('device_login')
    .values({ ...row, user_id: null, asked_at: null })
    .execute()
}

export async function findLogin(
  db: Queries,
  by: { deviceCode: string } | { userCode: string },
  now: Date,
): Promise<DeviceLoginRow | undefined> {
  const [column, code] =
    'deviceCode' in by
      ? (['device_code_hash', by.deviceCode] as const)
      : (['user_code_hash', by.userCode] as const)
  return db
    .selectFrom('device_login')
    .selectAll()
    .where(column, '=', hashCode(code))
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

export async function noteAsked(db: Queries, id: string, now: Date, slowDownSeconds: number): Promise<void> {
  await db
    .updateTable('device_login')
    .set((row) => ({
      asked_at: now,
      interval_seconds: row('interval_seconds', '+', slowDownSeconds),
    }))
    .where('id', '=', id)
    .execute()
}

/** Undefined if it was decided meanwhile. */
export async function decideLogin(
  tx: Queries,
  { id, userId, approve, now }: { id: string; userId: string; approve: boolean; now: Date },
): Promise<DeviceLoginRow | undefined> {
  return tx
    .updateTable('device_login')
    .set({ state: approve ? 'approved' : 'refused', user_id: userId })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
}

/** Whoever asks first has it; afterwards there is none. */
export async function takeApprovedLogin(tx: Queries, id: string): Promise<DeviceLoginRow | undefined> {
  return tx
    .deleteFrom('device_login')
    .where('id', '=', id)
    .where('state', '=', 'approved')
    .returningAll()
    .executeTakeFirst()
}

export async function insertToken(tx: Queries, row: Omit<DeviceTokenRow, 'id'>): Promise<void> {
  await tx.insertInto('device_token').values(row).execute()
}

/** Notes that it is used. */
export async function useToken(
  db: Queries,
  token: string,
  { now, idleSince }: { now: Date; idleSince: Date },
): Promise<DeviceTokenRow | undefined> {
  return db
    .updateTable('device_token')
    .set({ last_used_at: now })
    .where('token_hash', '=', hashCode(token))
    .where('last_used_at', '>', idleSince)
    .returningAll()
    .executeTakeFirst()
}

export async function listTokens(db: Queries, userId: string, idleSince: Date): Promise<DeviceTokenRow[]> {
  return db
    .selectFrom('device_token')
    .selectAll()
    .where('user_id', '=', userId)
    .where('last_used_at', '>', idleSince)
    .orderBy('created_at', 'desc')
    .execute()
}

/** One of somebody's, or all. Answers how many there were. */
export async function deleteTokens(tx: Queries, userId: string, id?: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('device_token')
    .where('user_id', '=', userId)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

export async function deleteOldLogins(tx: Queries, now: Date, idleSince: Date): Promise<void> {
  await tx.deleteFrom('device_login').where('expires_at', '<', now).execute()
  await tx.deleteFrom('device_token').where('last_used_at', '<', idleSince).execute()
}
