import type { Text } from '../texts'
import { type PickerModel, clampIndex } from './picker-model'

const MINUTES_A_DAY = 24 * 60

/** `time`: hours and minutes between `start` and `end`, both included. Limits that make no sense are none. */
export function createTimeModel(
  options: { value: string; start: string; end: string; now: Date },
  text: Text,
): PickerModel {
  let start = parseTime(options.start) ?? 0
  let end = parseTime(options.end) ?? MINUTES_A_DAY - 1
  if (start > end) {
    start = 0
    end = MINUTES_A_DAY - 1
  }
  const given = parseTime(options.value) ?? options.now.getHours() * 60 + options.now.getMinutes()
  let minutes = Math.min(Math.max(given, start), end)

  const hours = () => range(Math.floor(start / 60), Math.floor(end / 60))
  const minutesOf = (hour: number) =>
    range(hour === Math.floor(start / 60) ? start % 60 : 0, hour === Math.floor(end / 60) ? end % 60 : 59)
  const hour = () => Math.floor(minutes / 60)

  return {
    columns: () => [hours().map(twoDigits), minutesOf(hour()).map(twoDigits)],
    indexes: () => [hours().indexOf(hour()), minutesOf(hour()).indexOf(minutes % 60)],
    labels: () => [text('picker.hour'), text('picker.minute')],
    choose(column, index) {
      const nextHour = column === 0 ? (hours()[clampIndex(index, hours().length)] ?? 0) : hour()
      const options = minutesOf(nextHour)
      const minute =
        column === 1
          ? (options[clampIndex(index, options.length)] ?? 0)
          : Math.min(Math.max(minutes % 60, options[0]!), options.at(-1)!)
      minutes = nextHour * 60 + minute
    },
    answer: () => ({ confirmed: true, value: `${twoDigits(hour())}:${twoDigits(minutes % 60)}` }),
  }
}

function parseTime(text: string): number | undefined {
  const match = /^(\d{1,2}):(\d{1,2})(?::\d{1,2})?$/.exec(text.trim())
  if (!match) return undefined
  const hour = Number(match[1])
  const minute = Number(match[2])
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
