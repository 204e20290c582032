import type { TextKey, Texts } from '../texts'
import { RequestProblem } from './request'

/** Codes of the sign-in library and of ours. https://www.better-auth.com/docs */
const TEXTS: Record<string, TextKey> = {
  INVALID_EMAIL_OR_PASSWORD: 'problem.wrong',
  INVALID_OTP: 'problem.code',
  OTP_EXPIRED: 'problem.code',
  OTP_NOT_FOUND: 'problem.code',
  TOO_MANY_ATTEMPTS: 'problem.code',
  INVALID_CODE: 'problem.code',
  INVALID_BACKUP_CODE: 'problem.code',
  INVALID_EMAIL: 'problem.email',
  INVALID_PHONE_NUMBER: 'problem.phone',
  EMAIL_NOT_VERIFIED: 'problem.unconfirmed',
  PASSWORD_FIRST: 'problem.password-first',
  'too-many-requests': 'problem.often',
  'not-now': 'problem.decided',
  'not-found': 'scan.gone.text',
  unreachable: 'failed.text',
}

export function explainProblem(error: unknown, texts: Texts): string {
  if (!(error instanceof RequestProblem)) throw error
  const key = error.status === 429 ? 'problem.often' : Object.hasOwn(TEXTS, error.code) && TEXTS[error.code]
  return texts.get(key || 'problem.other')
}
