/** What details say to a person: words and numbers; not ids and hashes, which say nothing. */
export function readableDetails(details: Record<string, unknown>): string[] {
  return Object.entries(details)
    .filter(([key]) => !/(Id|^id|^invitation|^application|^paper|^confirmation|hash|avatar)$/.test(key))
    .flatMap(([, value]) => words(value))
}

function words(value: unknown): string[] {
  if (typeof value === 'string' && value !== '') return [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(words)
  return typeof value === 'object' && value !== null ? readableDetails({ ...value }) : []
}
