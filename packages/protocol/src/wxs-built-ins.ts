/** What WXS knows beside its own code, in the worker and in page frames: `$` of a `WxsFactory`. */
export interface WxsBuiltIns {
  readonly names: Readonly<Record<string, unknown>>
  /** Gives the code that runs next a fresh allowance of steps. */
  start(): void
}

export interface WxsConsole {
  debug(...args: unknown[]): void
  log(...args: unknown[]): void
  info(...args: unknown[]): void
  warn(...args: unknown[]): void
  error(...args: unknown[]): void
}

/**
 * `maxSteps`: loop turns and calls that one run may take. A page frame sets it, so that an endless loop ends; in the
 * worker the host can end the whole program.
 */
export function createWxsBuiltIns(console: WxsConsole, maxSteps = Infinity): WxsBuiltIns {
  let steps = 0
  const { debug, log, info, warn, error } = console
  return {
    names: Object.freeze({
      console: Object.freeze({ debug, log, info, warn, error }),
      Math,
      JSON: Object.freeze({ parse: JSON.parse.bind(JSON), stringify: JSON.stringify.bind(JSON) }),
      Date: Object.freeze({ parse: Date.parse, UTC: Date.UTC, now: Date.now }),
      Number: Object.freeze(
        Object.assign((...given: unknown[]) => (given.length === 0 ? 0 : Number(given[0])), NUMBER_LIMITS),
      ),
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
      member: readMember,
      constructorOf,
      tick() {
        if (++steps > maxSteps) throw new RangeError('the WXS code ran for too long')
      },
    }),
    start() {
      steps = 0
    },
  }
}

const NUMBER_LIMITS = {
  MAX_VALUE: Number.MAX_VALUE,
  MIN_VALUE: Number.MIN_VALUE,
  NEGATIVE_INFINITY: Number.NEGATIVE_INFINITY,
  POSITIVE_INFINITY: Number.POSITIVE_INFINITY,
}

const HIDDEN_MEMBERS = new Set([
  '__proto__',
  'prototype',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
])

function readMember(object: unknown, key: unknown): unknown {
  if (typeof key === 'number') return (object as unknown[])[key]
  const name = String(key)
  if (name === 'constructor') return constructorOf(object)
  if (HIDDEN_MEMBERS.has(name)) return undefined
  return (object as Record<string, unknown>)[name]
}

/** WXS answers `constructor` with the type's name. An own field of that name wins. */
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
