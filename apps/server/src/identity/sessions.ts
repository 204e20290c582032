import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Database } from '@sampan/database'
import type { StaffRole } from '@sampan/platform-api'
import { LRUCache } from 'lru-cache'
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
}

export interface Sessions {
  find(headers: IncomingHttpHeaders): Promise<Session | undefined>
  /** Whoever asks has just changed what they are: the next request reads it again. */
  forget(headers: IncomingHttpHeaders): void
}

/**
 * A session is read from the database once in this time; one that ends, or whose person changes, is forgotten at once:
 * see 0002-identity.sql and 0009-account-changes.sql.
 */
const KEPT_MS = 10_000
const MOST_KEPT = 10_000

export async function createSessions(auth: () => Auth, db: Database): Promise<Sessions> {
  const kept = new LRUCache<string, { session: Session; tokenHash: string }>({ max: MOST_KEPT, ttl: KEPT_MS })

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
      const found = await auth().api.getSession({ headers: toWebHeaders(headers) })
      if (!found) return undefined
      const { user } = found
      const rows = await db.kysely.selectFrom('staff').select('role').where('user_id', '=', user.id).execute()
      const session: Session = {
        id: found.session.id,
        userId: user.id,
        email: user.email,
        name: user.name,
        isEmailVerified: user.emailVerified,
        phone: user.phoneNumberVerified ? (user.phoneNumber ?? undefined) : undefined,
        hasSecondFactor: user.twoFactorEnabled ?? false,
        staffRoles: rows.map(({ role }) => role),
      }
      kept.set(credential, { session, tokenHash: hash(found.session.token) })
      return session
    },
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
