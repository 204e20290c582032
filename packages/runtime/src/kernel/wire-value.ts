/** What cannot cross to the frame (functions, class instances with methods) is left out, as JSON would. */
export function toWireValue(value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') return null
  if (typeof value !== 'object' || value === null) return value
  if (isCloneable(value)) return value
  return JSON.parse(JSON.stringify(value) ?? 'null') as unknown
}

function isCloneable(value: object, depth = 0): boolean {
  if (depth > 20) return false
  if (Array.isArray(value)) return value.every((item) => isCloneableValue(item, depth))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return value instanceof ArrayBuffer
  return Object.values(value).every((item) => isCloneableValue(item, depth))
}

function isCloneableValue(value: unknown, depth: number): boolean {
  if (typeof value === 'function' || typeof value === 'symbol') return false
  return typeof value !== 'object' || value === null || isCloneable(value, depth + 1)
}
