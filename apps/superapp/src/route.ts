export type Route =
  { screen: 'home' | 'scan' | 'me' } | { screen: 'confirm' | 'login'; code: string } | ProgramRoute

export interface ProgramRoute {
  screen: 'program'
  appId: string
  path: string
  /** `trial` or the id of a version that is not released; empty for the released one. */
  version: string
}

/**
 * `#/p/<appId>?version=<id>&path=<page with its query>`, `#/scan`, `#/scan/confirm/<code>`, `#/scan/login/<code>`,
 * `#/me`; everything else is home.
 */
export function parseRoute(hash: string): Route {
  const program = /^#\/p\/([a-zA-Z0-9]+)(?:\?(.*))?$/.exec(hash)
  if (program) {
    const query = new URLSearchParams(program[2])
    const [path, version] = [query.get('path') ?? '', query.get('version') ?? '']
    return { screen: 'program', appId: program[1]!, path, version }
  }
  const scanned = /^#\/scan\/(confirm|login)\/([\w-]+)$/.exec(hash)
  if (scanned) return { screen: scanned[1] as 'confirm' | 'login', code: scanned[2]! }
  if (hash === '#/scan' || hash === '#/me') return { screen: hash.slice(2) as 'scan' | 'me' }
  return { screen: 'home' }
}

export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/'
    case 'program': {
      const { appId, version, path } = route
      const query = Object.entries({ version, path })
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      return `#/p/${appId}${query.length > 0 ? `?${query.join('&')}` : ''}`
    }
    case 'confirm':
    case 'login':
      return `#/scan/${route.screen}/${route.code}`
    default:
      return `#/${route.screen}`
  }
}
