import type { BundleManifest } from '@sampan/protocol'

/** A page address of a program, as `wx.navigateTo({ url })` or a share card carries it. */
export interface PageAddress {
  /** Without leading slash and extension. It may name a page that does not exist. */
  route: string
  /** Values stay percent-encoded, as the base library hands them to `onLoad`. */
  query: Record<string, string>
}

/** `/a/b`: from the root; `b`, `./b`, `../b`: from the folder of `from` (the root if there is none). */
export function resolveAddress(url: string, from?: string): PageAddress {
  const [path = '', ...queryParts] = url.split('?')
  const base = path.startsWith('/') || from === undefined ? [] : from.split('/').slice(0, -1)
  const segments = [...base]
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return { route: segments.join('/').replace(/\.html$/, ''), query: parseQuery(queryParts.join('?')) }
}

function parseQuery(text: string): Record<string, string> {
  const query = Object.create(null) as Record<string, string>
  for (const part of text.split('#')[0]?.split('&') ?? []) {
    if (part === '') continue
    const equals = part.indexOf('=')
    const key = equals < 0 ? part : part.slice(0, equals)
    query[key] = equals < 0 ? '' : part.slice(equals + 1)
  }
  return { ...query }
}

export function toPath({ route, query }: PageAddress): string {
  const text = Object.entries(query)
    .map(([key, value]) => `${key}=${value}`)
    .join('&')
  return text ? `${route}?${text}` : route
}

export function isTabPage(manifest: BundleManifest, route: string): boolean {
  return manifest.app.tabBar?.list.some((item) => item.pagePath === route) ?? false
}

export function hasPage(manifest: BundleManifest, route: string): boolean {
  return Object.hasOwn(manifest.pages, route)
}

/** Packages that a page needs before it opens: its own, and the main one unless its own is independent. */
export function packagesOf(manifest: BundleManifest, route: string): string[] {
  const packageId = manifest.pages[route]?.packageId ?? 'main'
  const info = manifest.packages.find((candidate) => candidate.id === packageId)
  return packageId === 'main' || info?.independent ? [packageId] : ['main', packageId]
}
