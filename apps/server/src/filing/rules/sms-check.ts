import type { FilingKind, SmsRecipient } from '@sampan/platform-api'

/** https://developers.weixin.qq.com/miniprogram/product/record/sms_verification.html */
export const SMS_RULES = {
  codeDigits: 6,
  validMs: 24 * 3600_000,
  /** The code is sent once more by itself if nobody has answered. */
  resendAfterMs: 12 * 3600_000,
  /** The next wrong code returns the filing. */
  maxTries: 5,
  /** Of the person's identity number. */
  identityDigits: 6,
} as const

/** A filing's wait for the person behind a phone. */
export interface SmsCheck {
  code: string
  sentAt: Date
  wrongTries: number
  /** As the person wrote it into the form. */
  phone: string
  identityNumber: string
}

export interface SmsAnswer {
  code: string
  phone: string
  identityEnd: string
}

export type SmsOutcome = 'confirmed' | 'wrong' | 'expired' | 'tries-used'

/** What an answer to the code leads to. */
export function judgeSmsAnswer(check: SmsCheck, answer: SmsAnswer, now: Date): SmsOutcome {
  if (now.getTime() >= check.sentAt.getTime() + SMS_RULES.validMs) return 'expired'
  if (check.wrongTries >= SMS_RULES.maxTries) return 'tries-used'
  const isRight =
    answer.code === check.code &&
    answer.phone === check.phone &&
    answer.identityEnd.toUpperCase() === check.identityNumber.slice(-SMS_RULES.identityDigits).toUpperCase()
  if (isRight) return 'confirmed'
  return check.wrongTries + 1 > SMS_RULES.maxTries ? 'tries-used' : 'wrong'
}

/** Who gets a code for a filing of this kind. `changes` names whose data differs from what is filed. */
export function smsRecipients(kind: FilingKind, changes: ReadonlySet<SmsRecipient>): SmsRecipient[] {
  switch (kind) {
    case 'first':
    case 'cancel-entity':
      return ['entity-principal']
    case 'new-program':
      return changes.has('entity-principal') ? ['entity-principal'] : []
    case 'new-access':
      return changes.has('entity-principal')
        ? ['program-principal', 'entity-principal']
        : ['program-principal']
    case 'change':
      return (['entity-principal', 'program-principal'] as const).filter((who) => changes.has(who))
    case 'cancel-service':
      return ['program-principal']
    case 'cancel-access':
      return []
  }
}
