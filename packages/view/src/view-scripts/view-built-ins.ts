/** One handler may take this many loop turns and calls; then it is stopped, so that the page stays usable. */
const MAX_STEPS = 20_000_000

/** `$` of the frame's WXS: the language's built-ins and nothing of the page. */
export function createViewBuiltIns() {
  let steps = 0
  const names = Object.freeze({
    console,
    Math,
    JSON: Object.freeze({ parse: JSON.parse.bind(JSON), stringify: JSON.stringify.bind(JSON) }),
    Date: Object.freeze({ parse: Date.parse, UTC: Date.UTC, now: Date.now }),
    Number: Object.freeze({
      MAX_VALUE: Number.MAX_VALUE,
      MIN_VALUE: Number.MIN_VALUE,
      NEGATIVE_INFINITY: Number.NEGATIVE_INFINITY,
      POSITIVE_INFINITY: Number.POSITIVE_INFINITY,
    }),
    getDate: (...parts: unknown[]) => new (Date as unknown as new (...parts: unknown[]) => Date)(...parts),
    getRegExp: (source: string, flags?: string) => new RegExp(source, flags),
    parseInt,
    parseFloat,
    isNaN,
    isFinite,
    decodeURI,
    decodeURIComponent,
    encodeURI,
    encodeURIComponent,
    NaN,
    Infinity,
    member: readMember,
    constructorOf,
    tick() {
      if (++steps > MAX_STEPS) throw new RangeError('the WXS function ran for too long')
    },
  })
  return {
    names,
    /** Before each handler. */
    start(): void {
      steps = 0
    },
  }
}

const HIDDEN_MEMBERS = new Set([
  '__proto__',
  'prototype',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
])

function readMember(object: unknown, key: unknown): unknown {
  if (typeof key === 'number') return (object as unknown[])[key]
  const name = String(key)
  if (name === 'constructor') return constructorOf(object)
  if (HIDDEN_MEMBERS.has(name)) return undefined
  return (object as Record<string, unknown>)[name]
}

function constructorOf(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'constructor')) {
    return (value as Record<string, unknown>).constructor
  }
  if (Array.isArray(value)) return 'Array'
  if (value instanceof Date) return 'Date'
  if (value instanceof RegExp) return 'RegExp'
  const type = typeof value
  return type === 'undefined' || value === null ? undefined : type[0]!.toUpperCase() + type.slice(1)
}
