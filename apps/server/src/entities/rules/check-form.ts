import type { FieldRule, FieldType, FormProblem } from '@sampan/platform-api'
import {
  ageOn,
  isIdentityNumber,
  isLicenceNumber,
  isOrganisationCode,
  isSocialCreditCode,
} from './certificate-numbers'

/** Whoever registers as a person, or for someone else, is of age. */
const YOUNGEST_YEARS = 18

/**
 * What is wrong with a registration form; empty if nothing is. Values are trimmed and in the form that is kept, see
 * `normaliseForm`. Names that the kind does not ask for are a problem as well: nothing is stored that nobody asked.
 */
export function checkForm(
  kind: { fields: readonly FieldRule[] },
  values: Readonly<Record<string, string>>,
  today: Date,
): FormProblem[] {
  const asked = new Set(kind.fields.map(({ id }) => id))
  const unknown = Object.keys(values).filter((id) => !asked.has(id))
  return [
    ...unknown.map((field): FormProblem => ({ field, problem: 'not-asked' })),
    ...kind.fields.flatMap((field) => {
      const problem = checkField(field, values[field.id] ?? '', today)
      return problem ? [{ field: field.id, problem }] : []
    }),
  ]
}

/** Spaces around, full-width letters and dashes in numbers make no difference. */
export function normaliseForm(
  kind: { fields: readonly FieldRule[] },
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const types = new Map(kind.fields.map(({ id, type }) => [id, type]))
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, normaliseField(types.get(id) ?? 'text', value)]),
  )
}

function normaliseField(type: FieldType, value: string): string {
  const text = value.normalize('NFKC').trim()
  switch (type) {
    case 'text':
    case 'long-text':
      return value.trim()
    case 'email':
      return text.toLowerCase()
    case 'choice':
    case 'choices':
    case 'date':
    case 'valid-until':
    case 'accept':
      return text
    case 'phone':
      return normalisePhone(text)
    default:
      return text.replace(/[\s-]/g, '').toUpperCase()
  }
}

export function normalisePhone(text: string): string {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^00/, '+')
  return /^1[3-9]\d{9}$/.test(digits) ? `+86${digits}` : digits
}

function checkField(field: FieldRule, value: string, today: Date): FormProblem['problem'] | undefined {
  if (value === '') return field.isOptional ? undefined : 'missing'
  if ([...value].length > field.maxCharacters) return 'too-long'
  if ([...value].length < (field.minCharacters ?? 0)) return 'too-short'
  switch (field.type) {
    case 'identity-number':
      if (!isIdentityNumber(value)) return 'not-valid'
      return ageOn(value, today) < YOUNGEST_YEARS ? 'under-age' : undefined
    case 'entity-certificate-number':
      return isSocialCreditCode(value) || isOrganisationCode(value) || isLicenceNumber(value)
        ? undefined
        : 'not-valid'
    case 'phone':
      return /^\+[1-9]\d{6,14}$/.test(value) ? undefined : 'not-valid'
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : 'not-valid'
    case 'country':
      return isCountry(value) ? undefined : 'not-valid'
    case 'bank-account':
      return /^[0-9A-Z]{6,34}$/.test(value) ? undefined : 'not-valid'
    case 'passport-number':
      return /^[0-9A-Z]{5,30}$/.test(value) ? undefined : 'not-valid'
    case 'choice':
      return chosen(field, [value]) ? undefined : 'not-valid'
    case 'choices':
      return chosen(field, value.split(',')) ? undefined : 'not-valid'
    case 'date':
      return isDate(value) ? undefined : 'not-valid'
    case 'valid-until':
      if (value === 'forever') return undefined
      if (!isDate(value)) return 'not-valid'
      return new Date(value) < monthsAfter(today, field.minMonthsLeft ?? 0) ? 'expiring' : undefined
    case 'accept':
      return value === 'yes' ? undefined : 'missing'
    case 'text':
    case 'long-text':
      return undefined
  }
}

function chosen({ options = [], maxChoices = options.length }: FieldRule, ids: string[]): boolean {
  const isOffered = ids.every((id) => options.some((option) => option.id === id))
  const isAlone = !ids.includes('none') || ids.length === 1
  return isOffered && isAlone && ids.length <= maxChoices && new Set(ids).size === ids.length
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

function monthsAfter(day: Date, months: number): Date {
  const later = new Date(day)
  later.setUTCMonth(later.getUTCMonth() + months)
  return later
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** ISO 3166 alpha-2. */
function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && countryNames.of(code) !== undefined
}
