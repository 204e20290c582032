import type { Quota } from '../programs/quota'
import type { DomainLists, DomainProblemCode, RegisteredDomainKind } from './domain-list'

export type ServerDomainKind = Exclude<RegisteredDomainKind, 'webView'>
export type ServerDomainLists = Pick<DomainLists, ServerDomainKind>

/** Answer of `GET /api/programs/:appId/domains`. */
export interface ProgramDomains {
  lists: DomainLists
  /** ICP filing numbers by host, as the owner gave them. */
  icpNumbers: Record<string, string>
  /** How many addresses each list takes. */
  most: Record<RegisteredDomainKind, number>
  /** Changes of server domains in this calendar month. */
  changes: Quota
  /** Sites for web-view are not for programs of individuals. */
  mayHaveWebView: boolean
  /** To be put at the root of each site for web-view, before it is registered. */
  proof: { fileName: string; content: string }
  revision: number
}

export type BackendProblem = Extract<
  DomainProblemCode,
  'name-not-found' | 'private-address' | 'unreachable' | 'certificate-not-valid' | 'tls-not-supported'
>

export interface BackendMeasurement {
  at: string
  /** Why it was not reached; the times are null then. */
  problem: BackendProblem | null
  /** Of a connection, without TLS. */
  p50Ms: number | null
  p95Ms: number | null
  /** What TLS takes on top, the median. */
  tlsMs: number | null
}

/** One server behind registered addresses, as this platform reaches it. */
export interface Backend {
  host: string
  port: number
  isSecure: boolean
  /** The newest first; kept for a week. */
  measurements: BackendMeasurement[]
}
