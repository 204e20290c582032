import { createHash, randomBytes, randomInt } from 'node:crypto'

/** No vowels, so that no words come about, and nothing that looks like something else. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ23456789'
const USER_CODE_LENGTH = 8
const SECRET_BYTES = 32
/** So that it is known for what it is where it turns up. */
const TOKEN_START = 'sampan_'

export function createUserCode(): string {
  return Array.from({ length: USER_CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** As people write it: in small letters, with a dash. */
export function readUserCode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

export function createSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

export function createToken(): string {
  return TOKEN_START + createSecret()
}

/** Undefined if the header has no token of a tool. */
export function readToken(authorization: string | undefined): string | undefined {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
  return token?.startsWith(TOKEN_START) ? token : undefined
}

export function hashCode(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
