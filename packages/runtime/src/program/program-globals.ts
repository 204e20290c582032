/**
 * `Function` as programs see it: the real prototype, so that `instanceof` works, and the one use that libraries make
 * of the constructor. Any other text would be code that nobody compiled or reviewed.
 */
export function createProgramFunction(programGlobal: object): unknown {
  const RETURN_THIS = /^\s*return\s+this\s*;?\s*$/
  const construct = (...parts: unknown[]): (() => unknown) => {
    if (parts.length === 1 && RETURN_THIS.test(String(parts[0]))) return () => programGlobal
    throw new EvalError('new Function is not allowed in a mini program')
  }
  return new Proxy(Function, {
    apply: (_target, _self, parts: unknown[]) => construct(...parts),
    construct: (_target, parts: unknown[]) => construct(...parts),
  })
}

/** Sends what the program logs to the container as data, and to the worker's own console for browser tools. */
export function createProgramConsole(
  send: (level: 'debug' | 'log' | 'info' | 'warn' | 'error', args: unknown[]) => void,
): Console {
  const native = console
  const forward =
    (level: 'debug' | 'log' | 'info' | 'warn' | 'error') =>
    (...args: unknown[]) => {
      native[level](...args)
      send(
        level,
        args.map((arg) => toPreview(arg, 0, new Set())),
      )
    }
  const timers = new Map<string, number>()
  const counts = new Map<string, number>()
  const log = forward('log')
  const programConsole = {
    debug: forward('debug'),
    log,
    info: forward('info'),
    warn: forward('warn'),
    error: forward('error'),
    trace: forward('debug'),
    dir: log,
    dirxml: log,
    table: log,
    group: log,
    groupCollapsed: log,
    groupEnd() {},
    assert(condition: unknown, ...args: unknown[]) {
      if (!condition) forward('error')('Assertion failed', ...args)
    },
    count(label = 'default') {
      counts.set(label, (counts.get(label) ?? 0) + 1)
      log(`${label}: ${counts.get(label)}`)
    },
    countReset: (label = 'default') => void counts.delete(label),
    time: (label = 'default') => void timers.set(label, performance.now()),
    timeEnd(label = 'default') {
      log(`${label}: ${(performance.now() - (timers.get(label) ?? performance.now())).toFixed(1)} ms`)
      timers.delete(label)
    },
    timeLog(label = 'default') {
      log(`${label}: ${(performance.now() - (timers.get(label) ?? performance.now())).toFixed(1)} ms`)
    },
    clear() {},
  }
  return programConsole as unknown as Console
}

const MAX_DEPTH = 4
const MAX_ITEMS = 100
const MAX_TEXT = 10_000

/** A copy that can cross a port: shallow enough, with errors and functions as text. */
export function toPreview(value: unknown, depth: number, seen: Set<object>): unknown {
  if (typeof value === 'string') return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value
  if (typeof value === 'function') return `[Function ${value.name || 'anonymous'}]`
  if (typeof value === 'symbol' || typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Error) return value.stack ?? String(value)
  if (seen.has(value)) return '[Circular]'
  if (depth >= MAX_DEPTH) return Array.isArray(value) ? `[Array ${value.length}]` : '[Object]'
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer)
    return `[${value.constructor.name} ${value.byteLength}]`
  seen.add(value)
  const copy = Array.isArray(value)
    ? value.slice(0, MAX_ITEMS).map((item) => toPreview(item, depth + 1, seen))
    : Object.fromEntries(
        Object.keys(value)
          .slice(0, MAX_ITEMS)
          .map((key) => [key, toPreview(readField(value, key), depth + 1, seen)]),
      )
  seen.delete(value)
  return copy
}

function readField(object: object, key: string): unknown {
  try {
    return (object as Record<string, unknown>)[key]
  } catch (error) {
    return `[${String(error)}]`
  }
}
