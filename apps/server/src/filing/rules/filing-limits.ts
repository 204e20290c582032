import type { FilingState } from '@sampan/platform-api'

const HOUR_MS = 3600_000
const DAY_MS = 24 * HOUR_MS

/** https://developers.weixin.qq.com/miniprogram/product/record/record_guidelines.html */
export const FILING_LIMITS = {
  /** How long a code for the face check is good. */
  faceMs: HOUR_MS / 2,
  reviewWorkingDays: 2,
  /** To correct what came back; afterwards it is submitted anew. */
  correctionWorkingDays: 7,
  regulatorWorkingDays: 20,
  /** After the end, in case it is appealed against. */
  keepDocumentsDays: 30,
  /** Of all programs together; a new day begins at this hour of China. */
  submissionsPerDay: 1000,
  dayBeginsHour: 10,
  utcOffsetHours: 8,
  /** How long before the deadline whoever has to do something is reminded of it. */
  remindBeforeMs: {
    'platform-review': 8 * HOUR_MS,
    'sms-check': 6 * HOUR_MS,
    'cancel-check': 6 * HOUR_MS,
    'platform-rejected': 2 * DAY_MS,
    'regulator-rejected': 2 * DAY_MS,
    'regulator-review': 3 * DAY_MS,
    cancelling: 3 * DAY_MS,
  } satisfies Partial<Record<FilingState, number>>,
}

export type FilingLimits = typeof FILING_LIMITS

/** When today's submissions began to be counted. */
export function dayBegan(
  now: Date,
  { dayBeginsHour, utcOffsetHours }: Pick<FilingLimits, 'dayBeginsHour' | 'utcOffsetHours'>,
): Date {
  const shiftMs = (utcOffsetHours - dayBeginsHour) * HOUR_MS
  return new Date(Math.floor((now.getTime() + shiftMs) / DAY_MS) * DAY_MS - shiftMs)
}
