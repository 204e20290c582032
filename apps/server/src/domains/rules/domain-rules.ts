import type { RegisteredDomainKind } from '@sampan/platform-api'

/** What may be registered as one kind of address. */
export interface DomainRule {
  /** Of the address as it is kept; empty if it is written without one. */
  scheme: 'https' | 'wss' | 'udp' | 'tcp' | ''
  port: 'allowed' | 'forbidden' | 'required'
  maxCount: number
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html, …/ability/domain.html */
export const DOMAIN_RULES: Record<RegisteredDomainKind, DomainRule> = {
  request: { scheme: 'https', port: 'allowed', maxCount: 200 },
  upload: { scheme: 'https', port: 'allowed', maxCount: 200 },
  download: { scheme: 'https', port: 'allowed', maxCount: 200 },
  socket: { scheme: 'wss', port: 'forbidden', maxCount: 200 },
  udp: { scheme: 'udp', port: 'allowed', maxCount: 200 },
  tcp: { scheme: 'tcp', port: 'required', maxCount: 200 },
  dnsPrefetch: { scheme: '', port: 'forbidden', maxCount: 5 },
  webView: { scheme: 'https', port: 'forbidden', maxCount: 300 },
}

/** Changes of server domains in a calendar month. */
export const MAX_CHANGES_PER_MONTH = 50

/** What a platform may set otherwise. */
export interface DomainLimits {
  changesPerMonth: number
  /** Owners that may show the same site in web-view. */
  ownersPerSite: number
}

export const DOMAIN_LIMITS: DomainLimits = { changesPerMonth: MAX_CHANGES_PER_MONTH, ownersPerSite: 100 }

/** Ports that `wx.createTCPSocket` never reaches, lowest and highest. */
export const BLOCKED_TCP_PORTS: readonly (readonly [number, number])[] = [
  [1, 1023],
  [1099, 1099],
  [1433, 1433],
  [1521, 1521],
  [1719, 1720],
  [1723, 1723],
  [2049, 2049],
  [2375, 2375],
  [3128, 3128],
  [3306, 3306],
  [3389, 3389],
  [3659, 3659],
  [4045, 4045],
  [5060, 5061],
  [5432, 5432],
  [5984, 5984],
  [6379, 6379],
  [6000, 6000],
  [6566, 6566],
  [7001, 7002],
  [8000, 8100],
  [8443, 8443],
  [8888, 8888],
  [9200, 9200],
  [9300, 9300],
  [10051, 10051],
  [10080, 10080],
  [11211, 11211],
  [27017, 27019],
]

/** Codes of `modify_domain` for what it has codes for. */
export const DOMAIN_ERRCODES = {
  'wrong-scheme': 86100,
  'platform-host': 86101,
  'too-many': 85016,
} as const
