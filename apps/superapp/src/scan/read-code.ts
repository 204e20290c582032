/**
 * What a scanned or written text asks of the super-app: the hash of one of its own addresses, or undefined. Only what
 * leads to this platform counts, by any name of it; a short text is a code that a tool shows.
 */
export function readCode(text: string, origins: readonly string[]): string | undefined {
  const written = text.trim()
  if (/^[a-z0-9]{4}[- ]?[a-z0-9]{4}$/i.test(written)) return `#/scan/login/${written.replace(/[- ]/, '')}`
  if (!URL.canParse(written)) return undefined
  const { origin, pathname, hash } = new URL(written)
  if (!origins.includes(origin)) return undefined
  if (/^\/scan\/(login|confirm)\/[\w-]+$/.test(pathname)) return `#${pathname}`
  if (/^\/p\/\w+$/.test(pathname)) return `#${pathname}`
  return pathname === '/' && /^#\/(p|scan)\//.test(hash) ? hash : undefined
}
