import type { CapabilityHost } from './capability'

/**
 * True for addresses of the web that the container's page may load for a program: pictures and sounds bring cookies
 * along, so the container's own origin is out, but for the bundle.
 */
export function isForeignAddress(host: Pick<CapabilityHost, 'baseUrl'>, text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false
  const { href, origin } = new URL(text)
  return origin !== location.origin || href.startsWith(new URL(host.baseUrl, location.href).href)
}
