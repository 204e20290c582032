/** Lists of server domains, as their owner registers them: `https://api.example.com`, `wss://…`, with or without a port. */
export type DomainKind = 'request' | 'socket' | 'upload' | 'download'

/**
 * Is a URL covered by a domain list? Exact host, never its subdomains; path ignored. For https a registered port must
 * be the URL's, and without one the URL must carry none, not even `:443`; for wss every port passes. Only https and
 * wss pass. Hosts are compared as written, so nothing that a URL parser would rewrite slips through.
 */
export function isListedUrl(url: string, list: readonly string[], kind: DomainKind): boolean {
  const target = parseOrigin(url)
  if (!target || target.scheme !== (kind === 'socket' ? 'wss' : 'https')) return false
  return list.some((entry) => {
    const listed = parseOrigin(entry.includes('://') ? entry : `${target.scheme}://${entry}`)
    if (!listed || listed.scheme !== target.scheme || listed.host !== target.host) return false
    return kind === 'socket' || listed.port === target.port
  })
}

function parseOrigin(url: string): { scheme: string; host: string; port: string } | undefined {
  const match = /^([a-z]+):\/\/([\p{L}\p{N}._-]+)(?::(\d{1,5}))?(?:[/?#]|$)/iu.exec(url)
  if (!match) return undefined
  return { scheme: match[1]!.toLowerCase(), host: match[2]!.toLowerCase(), port: match[3] ?? '' }
}
