import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Database } from '@sampan/database'
import type { StaffRole } from '@sampan/platform-api'
import { LRUCache } from 'lru-cache'
import { readToken } from '../device-logins/codes'
import { idleSince } from '../device-logins/rules/login-limits'
import { useToken } from '../device-logins/store'
import type { Auth } from './create-auth'

export interface Session {
  /** Of this sign-in. */
  id: string
  userId: string
  email: string
  name: string
  isEmailVerified: boolean
  /** Undefined until a code has been sent to it and came back. */
  phone: string | undefined
  hasSecondFactor: boolean
  staffRoles: readonly StaffRole[]
  /** A tool that somebody signed in: it may do little, see tool-routes.ts. */
  isTool: boolean
}

export interface Sessions {
  find(headers: IncomingHttpHeaders): Promise<Session | undefined>
  /** Whoever asks has just changed what they are: the next request reads it again. */
  forget(headers: IncomingHttpHeaders): void
}

interface Kept {
  session: Session
  tokenHash: string
}

interface KnownUser {
  id: string
  email: string
  name: string
  emailVerified: boolean
  phoneNumber?: string | null | undefined
  phoneNumberVerified?: boolean | null | undefined
  twoFactorEnabled?: boolean | null | undefined
}

/**
 * A session is read from the database once in this time; one that ends, or whose person changes, is forgotten at once:
 * see 0002-identity.sql and 0009-account-changes.sql.
 */
const KEPT_MS = 10_000
const MOST_KEPT = 10_000

export async function createSessions(auth: () => Auth, db: Database, now: () => Date): Promise<Sessions> {
  const kept = new LRUCache<string, Kept>({ max: MOST_KEPT, ttl: KEPT_MS })

  await db.listen('session_end', (event) => {
    if (event.type === 'missed') return kept.clear()
    for (const [credential, { tokenHash }] of kept) if (tokenHash === event.payload) kept.delete(credential)
  })
  await db.listen('account_change', (event) => {
    if (event.type === 'missed') return kept.clear()
    for (const [credential, { session }] of kept)
      if (session.userId === event.payload) kept.delete(credential)
  })

  return {
    forget(headers) {
      const credential = credentialOf(headers)
      if (credential !== undefined) kept.delete(credential)
    },
    async find(headers) {
      const credential = credentialOf(headers)
      if (credential === undefined) return undefined
      const known = kept.get(credential)
      if (known) return known.session
      const found = await read(headers)
      if (found) kept.set(credential, found)
      return found?.session
    },
  }

  async function read(headers: IncomingHttpHeaders): Promise<Kept | undefined> {
    const token = headers.cookie === undefined ? readToken(headers.authorization) : undefined
    return token === undefined ? readSignIn(headers) : readTool(token)
  }

  async function readSignIn(headers: IncomingHttpHeaders): Promise<Kept | undefined> {
    const found = await auth().api.getSession({ headers: toWebHeaders(headers) })
    if (!found) return undefined
    const { user } = found
    const rows = await db.kysely.selectFrom('staff').select('role').where('user_id', '=', user.id).execute()
    const session: Session = {
      id: found.session.id,
      ...describeUser(user),
      staffRoles: rows.map(({ role }) => role),
      isTool: false,
    }
    return { session, tokenHash: hash(found.session.token) }
  }

  /** Whoever works for the platform does that in the console: a tool has no part of it. */
  async function readTool(token: string): Promise<Kept | undefined> {
    const row = await useToken(db.kysely, token, { now: now(), idleSince: idleSince(now()) })
    if (!row) return undefined
    const user = await db.kysely
      .selectFrom('auth.user')
      .selectAll()
      .where('id', '=', row.user_id)
      .executeTakeFirstOrThrow()
    const session: Session = { id: row.id, ...describeUser(user), staffRoles: [], isTool: true }
    return { session, tokenHash: row.token_hash }
  }
}

function describeUser(user: KnownUser) {
  return {
    userId: user.id,
    email: user.email,
    name: user.name,
    isEmailVerified: user.emailVerified,
    phone: user.phoneNumberVerified ? (user.phoneNumber ?? undefined) : undefined,
    hasSecondFactor: user.twoFactorEnabled ?? false,
  }
}

/** What a session is found by: the cookie of browsers, the bearer token of tools. */
function credentialOf({ cookie, authorization }: IncomingHttpHeaders): string | undefined {
  const inCookie = /(?:^|;\s*)(?:__Secure-)?sampan\.session_token=([^;]+)/.exec(cookie ?? '')?.[1]
  const credential = inCookie ?? /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
  return credential === undefined ? undefined : hash(credential)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export function toWebHeaders(headers: IncomingHttpHeaders): Headers {
  const result = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) result.append(name, each)
  }
  return result
}
