/** A calendar day `YYYY-MM-DD` on which offices are closed though it is no weekend, or open though it is one. */
export interface OfficeCalendar {
  /** Minutes east of UTC: 480 in China. */
  utcOffsetMinutes: number
  closed: ReadonlySet<string>
  open: ReadonlySet<string>
}

/** Until the operator keeps a list of public holidays. */
export const WEEKENDS_ONLY: OfficeCalendar = { utcOffsetMinutes: 480, closed: new Set(), open: new Set() }

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/**
 * The end of the last of `days` working days after `from`: what comes in on a Friday and takes one day is due by the
 * end of Monday.
 */
export function dueAfterWorkingDays(from: Date, days: number, calendar: OfficeCalendar): Date {
  const offsetMs = calendar.utcOffsetMinutes * MINUTE_MS
  let localMidnight = Math.floor((from.getTime() + offsetMs) / DAY_MS) * DAY_MS
  for (let left = days; left > 0;) {
    localMidnight += DAY_MS
    if (isWorkingDay(new Date(localMidnight), calendar)) left--
  }
  return new Date(localMidnight + DAY_MS - offsetMs)
}

/** `localMidnight` has the local date in its UTC fields. */
function isWorkingDay(localMidnight: Date, { closed, open }: OfficeCalendar): boolean {
  const date = localMidnight.toISOString().slice(0, 10)
  if (open.has(date)) return true
  const isWeekend = [0, 6].includes(localMidnight.getUTCDay())
  return !isWeekend && !closed.has(date)
}
