import { lookup as lookUpName } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { ProxyError } from './proxy-error'

/** Where requests may go, beside public addresses: this computer, or also its network. */
export type Reach = 'public' | 'loopback' | 'private-network'

/** Ranges that `private-network` adds. Link-local is not among them: clouds keep credentials there. */
const PRIVATE_RANGES = new Set(['private', 'uniqueLocal', 'carrierGradeNat'])

export function isReachable(address: string, reach: Reach): boolean {
  // IPv4 inside IPv6 counts as what it is.
  const range = ipaddr.process(address).range()
  if (range === 'unicast') return true
  if (range === 'loopback') return reach !== 'public'
  return reach === 'private-network' && PRIVATE_RANGES.has(range)
}

/** A literal address never gets to the look-up. `host` is that of a parsed URL. */
export function checkLiteralAddress(host: string, reach: Reach): void {
  const address = host.replace(/^\[|\]$/g, '')
  if (isIP(address) !== 0 && !isReachable(address, reach)) throw refusal(address)
}

/** The connection goes to the very addresses that were checked: a name cannot change its mind in between. */
export function createLookup(reach: Reach): LookupFunction {
  return (name, options, done) => {
    lookUpName(name, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return done(error, '', 0)
      const refused = addresses.find(({ address }) => !isReachable(address, reach))
      if (refused) return done(refusal(refused.address), '', 0)
      const [first] = addresses
      if (options.all) return done(null, addresses)
      done(null, first?.address ?? '', first?.family ?? 0)
    })
  }
}

function refusal(address: string): ProxyError {
  return new ProxyError('private-address', `net::ERR_BLOCKED_BY_CLIENT (${address} is a private address)`)
}
