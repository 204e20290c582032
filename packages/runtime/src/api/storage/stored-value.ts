/**
 * Values as `wx.setStorage` keeps them: JSON, and beside it what keeps its type only at the top: dates, undefined and
 * numbers that JSON does not know. Those are an object with `@type`.
 */

const TYPE_KEY = '@type'

interface TypedValue {
  [TYPE_KEY]: string
  value?: unknown
}

export function encodeStoredValue(value: unknown): string {
  const typed = toTyped(value)
  // A function at the top leaves nothing, as below it.
  return JSON.stringify(typed ?? value) ?? JSON.stringify({ [TYPE_KEY]: 'undefined' })
}

export function decodeStoredValue(json: string): unknown {
  const value = JSON.parse(json) as unknown
  return isTyped(value) ? fromTyped(value) : value
}

function toTyped(value: unknown): TypedValue | undefined {
  if (value === undefined) return { [TYPE_KEY]: 'undefined' }
  if (value instanceof Date) return { [TYPE_KEY]: 'date', value: value.getTime() }
  if (typeof value === 'number' && !Number.isFinite(value))
    return { [TYPE_KEY]: 'number', value: String(value) }
  if (isTyped(value)) return { [TYPE_KEY]: 'plain', value }
  return undefined
}

function fromTyped(typed: TypedValue): unknown {
  switch (typed[TYPE_KEY]) {
    case 'undefined':
      return undefined
    case 'date':
      return new Date(Number(typed.value))
    case 'number':
      return Number(typed.value)
    case 'plain':
      return typed.value
    default:
      return typed
  }
}

function isTyped(value: unknown): value is TypedValue {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, TYPE_KEY)
}
