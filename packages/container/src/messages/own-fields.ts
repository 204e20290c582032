/** Own properties of a message; anything that is not a plain record has none. */
export type Fields = Readonly<Record<string, unknown>>

/**
 * Messages come through structured clone: their prototypes are ours, and every property is an own one. A key named
 * `__proto__` arrives as an own property too, so values are read by the names we know, never merged.
 */
export function ownFields(data: unknown): Fields | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined
  return Object.assign(Object.create(null), data) as Fields
}

/** Looks a key up that came from the program. */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/** Ids are counted by the sender; 0 means that no answer is wanted. */
export function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

export function clip(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text
}
