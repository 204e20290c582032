import type { ApiProblem } from '@sampan/platform-api'
import type { MessageKey, Translate } from '../messages'

/** The platform refused, or could not be reached: told in a line, exit code 1. */
export class PlatformProblem extends Error {
  override name = 'PlatformProblem'

  constructor(
    readonly code: ApiProblem['code'] | 'unreachable',
    message: string,
    readonly rule?: string,
  ) {
    super(message)
  }
}

/** By rule or code; what is not here is told in the server's own words. */
const TEXTS: Record<string, MessageKey> = {
  unreachable: 'problemUnreachable',
  'sign-in': 'problemSignIn',
  'not-found': 'problemNotFound',
  forbidden: 'problemForbidden',
  'too-many-requests': 'problemOften',
  'signature-wrong': 'problemSignature',
  'signature-too-old': 'problemClock',
  'address-not-allowed': 'problemAddress',
}

export function explainProblem({ code, rule, message }: PlatformProblem, translate: Translate): string {
  const key = [rule ?? '', code].find((name) => Object.hasOwn(TEXTS, name))
  return key === undefined ? message : translate(TEXTS[key]!, { detail: message })
}
