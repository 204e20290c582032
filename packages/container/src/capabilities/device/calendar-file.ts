import * as v from 'valibot'
import { finiteNumber } from '../number-schemas'
import { escapeText } from './contact-file'

/** Seconds since 1970, up to the year 9999. */
const seconds = v.pipe(finiteNumber, v.minValue(0), v.maxValue(253_402_300_799))

const event = {
  title: v.pipe(v.string(), v.maxLength(2_000)),
  startTime: seconds,
  endTime: v.optional(seconds),
  allDay: v.optional(v.boolean()),
  description: v.optional(v.pipe(v.string(), v.maxLength(20_000))),
  location: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
  alarm: v.optional(v.boolean()),
  /** Seconds before the start. */
  alarmOffset: v.optional(finiteNumber),
}

export const eventSchema = v.object(event)
export const repeatedEventSchema = v.object({
  ...event,
  repeatInterval: v.optional(v.picklist(['day', 'week', 'month', 'year'])),
  repeatEndTime: v.optional(seconds),
})

export type CalendarEvent = v.InferOutput<typeof repeatedEventSchema>

const FREQUENCIES = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' }
const HALF_HOUR_S = 1_800
const DAY_S = 86_400

/** An iCalendar file (RFC 5545), which the phone offers to add. */
export function calendarFile(event: CalendarEvent): Blob {
  const { startTime, allDay } = event
  const endTime = event.endTime ?? startTime + (allDay ? DAY_S : HALF_HOUR_S)
  const repeats = event.repeatInterval !== undefined || event.repeatEndTime !== undefined
  const until = event.repeatEndTime === undefined ? '' : `;UNTIL=${utcTime(event.repeatEndTime)}`
  const at = (name: string, time: number) =>
    allDay ? `${name};VALUE=DATE:${localDate(time)}` : `${name}:${utcTime(time)}`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sampan//EN',
    'BEGIN:VEVENT',
    `UID:${crypto.randomUUID()}`,
    `DTSTAMP:${utcTime(Date.now() / 1000)}`,
    at('DTSTART', startTime),
    at('DTEND', endTime),
    `SUMMARY:${escapeText(event.title)}`,
    ...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
    ...(event.location ? [`LOCATION:${escapeText(event.location)}`] : []),
    ...(repeats ? [`RRULE:FREQ=${FREQUENCIES[event.repeatInterval ?? 'month']}${until}`] : []),
    ...(event.alarm === false ? [] : alarmLines(event.alarmOffset ?? 0)),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return new Blob([lines.join('\r\n'), '\r\n'], { type: 'text/calendar' })
}

function alarmLines(offsetS: number): string[] {
  const trigger = `TRIGGER:-PT${Math.max(0, Math.round(offsetS))}S`
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Reminder', trigger, 'END:VALARM']
}

function utcTime(timeS: number): string {
  return `${new Date(timeS * 1000).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function localDate(timeS: number): string {
  const date = new Date(timeS * 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`
}
