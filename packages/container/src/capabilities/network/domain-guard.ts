import { type DomainKind, isListedUrl, NETWORK_ERRNO } from '@sampan/protocol'
import { type CapabilityHost, CapabilityError } from '../capability'

export interface DomainGuard {
  /** Throws if the program may not go there. */
  check(url: string, kind: DomainKind): void
}

const guards = new WeakMap<CapabilityHost, DomainGuard>()

/** One for each running program: without lists everything passes, and the developer is told once. */
export function domainGuardOf(host: CapabilityHost): DomainGuard {
  const guard = guards.get(host) ?? createDomainGuard(host)
  guards.set(host, guard)
  return guard
}

function createDomainGuard(host: CapabilityHost): DomainGuard {
  let told = false
  return {
    check(url, kind) {
      if (!isUrl(url, kind === 'socket' ? ['ws:', 'wss:'] : ['http:', 'https:'])) {
        throw new CapabilityError(`invalid url "${url.slice(0, 200)}"`, { errno: NETWORK_ERRNO.invalidUrl })
      }
      const { domains } = host.settings
      if (domains === 'any') {
        if (!told) host.log('info', host.text('domains are not checked'))
        told = true
        return
      }
      if (!isListedUrl(url, domains[kind], kind)) {
        throw new CapabilityError('url not in domain list', { errno: NETWORK_ERRNO.notInDomainList })
      }
    },
  }
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol)
}
