import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { isLoopback } from './send-content'

const COOKIE = 'sampan_key'

/**
 * Who may use a preview server. It compiles private code and fetches URLs for programs, so neither other people in the
 * network nor web pages in the developer's browser are welcome: this computer comes in freely, other devices with the
 * key that the QR code carries, which a cookie then remembers.
 */
export interface Access {
  key: string
  /** Undefined if welcome, else the reason of the refusal. Sets the cookie when the key comes in the query. */
  refuse(request: IncomingMessage, url: URL, response: ServerResponse): string | undefined
}

export function createAccess(): Access {
  const key = randomBytes(9).toString('base64url')
  return {
    key,
    refuse(request, url, response) {
      if (!isHostNamePlain(request.headers.host)) return 'Open this server by its IP address or as localhost.'
      if (!isSameOrigin(request)) return 'Another site asked.'
      if (isLoopback(request)) return undefined
      if (matches(url.searchParams.get('key'), key)) {
        response.setHeader('Set-Cookie', `${COOKIE}=${key}; HttpOnly; SameSite=Strict; Path=/`)
        return undefined
      }
      return matches(readCookie(request.headers.cookie), key)
        ? undefined
        : 'Scan the QR code that `sampan dev` prints.'
    },
  }
}

/** A name that an attacker's DNS points here (rebinding) is neither an address nor a name of this computer. */
function isHostNamePlain(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  if (name === 'localhost' || name === hostname().toLowerCase()) return true
  return isIP(name) !== 0 || name.endsWith('.localhost') || name.endsWith('.local')
}

function isSameOrigin({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return headers['sec-fetch-mode'] === 'navigate'
  return headers.origin === undefined || headers.origin === `http://${headers.host}`
}

function readCookie(header: string | undefined): string | null {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(header ?? '')?.[1] ?? null
}

function matches(candidate: string | null, key: string): boolean {
  if (candidate === null) return false
  const [a, b] = [Buffer.from(candidate), Buffer.from(key)]
  return a.length === b.length && timingSafeEqual(a, b)
}
