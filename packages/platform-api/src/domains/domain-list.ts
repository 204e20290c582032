import type { DomainKind } from '@sampan/protocol'

/** Kinds of registered addresses: servers of each kind of call, hints for the resolver, and sites for `web-view`. */
export type RegisteredDomainKind = DomainKind | 'udp' | 'tcp' | 'dnsPrefetch' | 'webView'

export type DomainLists = Record<RegisteredDomainKind, string[]>

/** Why an address cannot be registered. */
export type DomainProblemCode =
  | 'not-an-address'
  | 'wrong-scheme'
  | 'has-scheme'
  | 'has-path'
  | 'is-ip'
  | 'is-local'
  | 'port-not-allowed'
  | 'port-missing'
  | 'port-blocked'
  | 'platform-host'
  | 'repeated'
  | 'too-many'
  /** No address for this name. */
  | 'name-not-found'
  /** The name leads into a private network. */
  | 'private-address'
  | 'unreachable'
  /** Out of date, of another name, or of nobody whom browsers trust. */
  | 'certificate-not-valid'
  /** The server speaks nothing newer than TLS 1.1, or no TLS at all. */
  | 'tls-not-supported'
  | 'icp-number-not-valid'
  /** The proof file is not on the site, or is another. */
  | 'proof-missing'
  /** So many owners use this site already. */
  | 'too-many-owners'

export interface DomainProblem {
  kind: RegisteredDomainKind
  /** As it was written; empty when the whole list is meant. */
  domain: string
  problem: DomainProblemCode
  /** What WeChat's server API answers, where it has a code of its own. */
  errcode?: number
}
