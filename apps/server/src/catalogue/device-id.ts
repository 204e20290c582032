import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

const COOKIE = 'sampan_device'
const YEAR_SECONDS = 31_536_000

/**
 * By which a browser is known to staged releases, so that a program does not change back and forth under a user who is
 * not signed in. It says nothing about who that is.
 */
export function findDeviceId(request: FastifyRequest, reply: FastifyReply): string {
  const known = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{22})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1]
  if (known) return known
  const made = randomBytes(16).toString('base64url')
  const secure = request.protocol === 'https' ? '; Secure' : ''
  reply.header(
    'set-cookie',
    `${COOKIE}=${made}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`,
  )
  return made
}
