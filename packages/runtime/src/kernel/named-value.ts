/** One of a few values by name, for objects of which there are thousands: lighter than a map. */
export interface NamedValue<Value> {
  readonly name: string
  value: Value
  readonly next: NamedValue<Value> | null
}

export function findNamed<Value>(
  first: NamedValue<Value> | null,
  name: string,
): NamedValue<Value> | undefined {
  for (let at = first; at; at = at.next) if (at.name === name) return at
  return undefined
}
