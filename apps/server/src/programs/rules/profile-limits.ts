import type { Quota } from '@sampan/platform-api'

/**
 * https://developers.weixin.qq.com/miniprogram/introduction/ (changes of name, introduction, picture, categories),
 * https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/basic-info-management/api_setnickname
 */
export interface ProfileLimits {
  /** Before the first release, altogether; not counting the first name. */
  nameChangesBeforeRelease: number
  /** After it, in a calendar year, for individuals. Organisations apply. */
  nameChangesPerYear: number
  introPerMonth: number
  avatarPerMonth: number
  categoriesPerMonth: number
  categories: number
  /** In characters. */
  intro: { least: number; most: number }
  /** Of a name that was given up, for the owner alone. */
  keptNameDays: number
  /** Of the calendar that months and years are of: 480 in China. */
  utcOffsetMinutes: number
}

export const PROFILE_LIMITS: ProfileLimits = {
  nameChangesBeforeRelease: 2,
  nameChangesPerYear: 2,
  introPerMonth: 5,
  avatarPerMonth: 5,
  categoriesPerMonth: 5,
  categories: 5,
  intro: { least: 4, most: 120 },
  keptNameDays: 15,
  utcOffsetMinutes: 480,
}

/** From when to when changes are counted together. */
export interface Period {
  from: Date
  /** Undefined if it never ends. */
  to: Date | undefined
}

export const ALWAYS: Period = { from: new Date(0), to: undefined }

const MINUTE_MS = 60_000

export function periodOf(unit: 'month' | 'year', now: Date, utcOffsetMinutes: number): Period {
  const local = new Date(now.getTime() + utcOffsetMinutes * MINUTE_MS)
  const [year, month] = [local.getUTCFullYear(), unit === 'year' ? 0 : local.getUTCMonth()]
  const start = (addMonths: number) =>
    new Date(Date.UTC(year, month + addMonths, 1) - utcOffsetMinutes * MINUTE_MS)
  return { from: start(0), to: start(unit === 'year' ? 12 : 1) }
}

export function quotaOf(used: number, limit: number, { to }: Period): Quota {
  return { used, limit, renewsAt: used > 0 && to ? to.toISOString() : null }
}
