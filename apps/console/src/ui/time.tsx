import { useLanguage } from '../texts/language'

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** A moment as people say it (`2 hours ago`), exact when one points at it. */
export function Time({ at, exact = false }: { at: string; exact?: boolean }) {
  const { language } = useLanguage()
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const date = new Date(at)
  const whole = date.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <time dateTime={at} title={date.toLocaleString(locale)}>
      {exact ? whole : (describeNear(date.getTime() - Date.now(), locale) ?? whole)}
    </time>
  )
}

/** Within two weeks. */
function describeNear(awayMs: number, locale: string): string | undefined {
  const size = Math.abs(awayMs)
  if (size > 14 * 86_400_000) return undefined
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const [unit, unitMs] = UNITS.find(([, ms]) => size >= ms) ?? ['minute', 60_000]
  return format.format(Math.trunc(awayMs / unitMs), unit)
}
