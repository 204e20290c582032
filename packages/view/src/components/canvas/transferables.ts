/**
 * Objects in an answer that must be transferred to the worker rather than copied: a canvas that was handed over (which
 * cannot be copied at all) and the bytes of a file.
 */
export function transferablesIn(value: unknown, depth = 0): Transferable[] {
  if (typeof value !== 'object' || value === null || depth > 4) return []
  if (value instanceof OffscreenCanvas || value instanceof ArrayBuffer) return [value]
  if (ArrayBuffer.isView(value)) return []
  return Object.values(value).flatMap((each) => transferablesIn(each, depth + 1))
}
