import type { Language, Text } from '../texts'
import { type PickerModel, clampIndex } from './picker-model'
import { range, twoDigits } from './time-model'

interface Day {
  year: number
  month: number
  day: number
}

const EARLIEST: Day = { year: 1900, month: 1, day: 1 }
const LATEST: Day = { year: 2100, month: 12, day: 31 }

/** `date`: year, month and day between `start` and `end`, both included. */
export function createDateModel(
  options: {
    value: string
    start: string
    end: string
    fields: 'year' | 'month' | 'day'
    now: Date
    language: Language
  },
  text: Text,
): PickerModel {
  let start = parseDay(options.start, EARLIEST) ?? EARLIEST
  let end = parseDay(options.end, LATEST) ?? LATEST
  if (compare(start, end) > 0) {
    start = EARLIEST
    end = LATEST
  }
  const { now } = options
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
  let chosen = clampDay(parseDay(options.value, today) ?? today)

  function clampDay(day: Day): Day {
    return compare(day, start) < 0 ? start : compare(day, end) > 0 ? end : day
  }

  const years = () => range(start.year, end.year)
  const months = () =>
    range(chosen.year === start.year ? start.month : 1, chosen.year === end.year ? end.month : 12)
  const days = () => {
    const first = chosen.year === start.year && chosen.month === start.month ? start.day : 1
    const last = chosen.year === end.year && chosen.month === end.month ? end.day : 31
    return range(first, Math.min(last, daysOf(chosen.year, chosen.month)))
  }
  const count = { year: 1, month: 2, day: 3 }[options.fields]
  const words = dateWords(options.language)
  const all = () => [years(), months(), days()].slice(0, count)

  return {
    columns: () =>
      [years().map(words.year), months().map(words.month), days().map(words.day)].slice(0, count),
    indexes: () => {
      const parts = [chosen.year, chosen.month, chosen.day]
      return all().map((values, column) => Math.max(0, values.indexOf(parts[column]!)))
    },
    labels: () => [text('picker.year'), text('picker.month'), text('picker.day')].slice(0, count),
    choose(column, index) {
      const values = all()[column] ?? []
      const value = values[clampIndex(index, values.length)]
      if (value === undefined) return
      const next = { ...chosen, [(['year', 'month', 'day'] as const)[column]!]: value }
      next.day = Math.min(next.day, daysOf(next.year, next.month))
      chosen = clampDay(next)
    },
    answer: () => ({
      confirmed: true,
      value: [String(chosen.year).padStart(4, '0'), twoDigits(chosen.month), twoDigits(chosen.day)]
        .slice(0, count)
        .join('-'),
    }),
  }
}

/** Missing parts come from `rest`: a year alone begins (or ends) with it. */
function parseDay(text: string, rest: Day): Day | undefined {
  const match = /^(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?/.exec(text.trim())
  if (!match) return undefined
  const month = match[2] ? Math.min(Math.max(Number(match[2]), 1), 12) : rest.month
  const year = Number(match[1])
  const day = match[3] ? Math.max(Number(match[3]), 1) : rest.day
  return { year, month, day: Math.min(day, daysOf(year, month)) }
}

function compare(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function dateWords(language: Language): Record<'year' | 'month' | 'day', (value: number) => string> {
  if (language === 'zh_CN') {
    return { year: (value) => `${value}年`, month: (value) => `${value}月`, day: (value) => `${value}日` }
  }
  const monthName = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })
  return {
    year: String,
    month: (value) => monthName.format(new Date(Date.UTC(2000, value - 1, 1))),
    day: String,
  }
}
