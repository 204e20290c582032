import type { CapabilityHost } from './capability'

/**
 * URL for a picture that the program names: a file of its package, or an address on the web. Undefined for anything
 * else: the container's own document shows it, so it must not become a script or a page.
 */
export function resolveProgramUrl(
  host: Pick<CapabilityHost, 'baseUrl'>,
  path: string,
  from?: string,
): string | undefined {
  if (/^https?:\/\//i.test(path)) return path
  if (/^data:image\/[\w.+-]+[;,]/i.test(path)) return path
  if (/^blob:/i.test(path)) return path
  if (/^[a-z][a-z\d+.-]*:/i.test(path)) return undefined
  const files = `${host.baseUrl}files/`
  const folder = path.startsWith('/') || from === undefined ? files : new URL('./', files + from).href
  const url = new URL(path.replace(/^\/+/, ''), folder)
  return url.href.startsWith(files) ? url.href : undefined
}
