import { clip } from './own-fields'

const MAX_ARGUMENTS = 50
const MAX_NODES = 2_000
const MAX_DEPTH = 8
const MAX_TEXT = 10_000

/** A bounded plain copy of what the program logged: what a console shows, whatever the program sent. */
export function describeArguments(args: readonly unknown[]): unknown[] {
  const budget = { nodes: MAX_NODES }
  return args.slice(0, MAX_ARGUMENTS).map((argument) => describe(argument, 0, budget))
}

function describe(value: unknown, depth: number, budget: { nodes: number }): unknown {
  if (typeof value === 'string') return clip(value, MAX_TEXT)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null) return value
  if (depth >= MAX_DEPTH || --budget.nodes < 0) return '…'
  if (value instanceof Error) return clip(value.stack ?? String(value), MAX_TEXT)
  if (value instanceof Date) return value
  if (value instanceof ArrayBuffer) return `ArrayBuffer(${value.byteLength})`
  if (ArrayBuffer.isView(value)) return `${value.constructor.name}(${value.byteLength})`
  if (Array.isArray(value)) return describeList(value, depth, budget)
  if (value instanceof Map) return describeList([...value.entries()], depth, budget)
  if (value instanceof Set) return describeList([...value], depth, budget)
  return describeRecord(value, depth, budget)
}

function describeList(list: unknown[], depth: number, budget: { nodes: number }): unknown[] {
  const described: unknown[] = []
  for (const item of list) {
    if (budget.nodes-- < 0) {
      described.push('…')
      break
    }
    described.push(describe(item, depth + 1, budget))
  }
  return described
}

function describeRecord(record: object, depth: number, budget: { nodes: number }): Record<string, unknown> {
  const described = Object.create(null) as Record<string, unknown>
  for (const key of Object.keys(record)) {
    if (budget.nodes-- < 0) {
      described['…'] = '…'
      break
    }
    described[clip(key, 200)] = describe((record as Record<string, unknown>)[key], depth + 1, budget)
  }
  return described
}
