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

export interface DomainProblem {
  kind: RegisteredDomainKind
  /** As it was written; empty when the whole list is meant. */
  domain: string
  problem: DomainProblemCode
  /** What WeChat's server API answers, where it has a code of its own. */
  errcode?: number
}
