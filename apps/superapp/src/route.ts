export type Route = { screen: 'home' } | { screen: 'program'; appId: string; path: string }

/** `#/p/<appId>?path=<page with its query>`; everything else is home. */
export function parseRoute(hash: string): Route {
  const match = /^#\/p\/([a-zA-Z0-9]+)(?:\?(.*))?$/.exec(hash)
  if (!match) return { screen: 'home' }
  return { screen: 'program', appId: match[1]!, path: new URLSearchParams(match[2]).get('path') ?? '' }
}

export function formatRoute(route: Route): string {
  if (route.screen === 'home') return '#/'
  const query = route.path === '' ? '' : `?path=${encodeURIComponent(route.path)}`
  return `#/p/${route.appId}${query}`
}
