import { RequestProblem } from '../api/request'
import { useTexts } from '../texts/texts'
import { useProblemText } from '../ui/problem-text'
import { signInTexts } from './texts'

/** Codes of the sign-in library. https://www.better-auth.com/docs */
const TEXT_BY_CODE: Record<string, Extract<keyof (typeof signInTexts)['en'], `problem.${string}`>> = {
  INVALID_EMAIL_OR_PASSWORD: 'problem.wrong',
  INVALID_OTP: 'problem.code',
  OTP_EXPIRED: 'problem.code',
  OTP_NOT_FOUND: 'problem.code',
  TOO_MANY_ATTEMPTS: 'problem.code',
  INVALID_CODE: 'problem.code',
  INVALID_BACKUP_CODE: 'problem.code',
  USER_ALREADY_EXISTS: 'problem.taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'problem.taken',
  PASSWORD_TOO_SHORT: 'problem.short',
  INVALID_EMAIL: 'problem.email',
  INVALID_PHONE_NUMBER: 'problem.phone',
  PHONE_NUMBER_EXIST: 'problem.phoneTaken',
}

export function authCode(error: unknown): string {
  return error instanceof RequestProblem ? String(error.problem.code ?? '') : ''
}

export function useAuthProblem(): (error: unknown) => string {
  const t = useTexts(signInTexts)
  const explain = useProblemText()
  return (error) => {
    const key = TEXT_BY_CODE[authCode(error)]
    return key ? t(key) : explain(error)
  }
}
