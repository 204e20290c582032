import { isIPv6 } from 'node:net'
import { findOwnAddresses } from '@sampan/local-server'
import { drawQrCode } from '../terminal/draw-qr-code'
import type { Terminal } from '../terminal/terminal'

export interface Addresses {
  /** The simulator, on this computer. */
  local: string
  /** The bare program, for other devices. Empty if the server listens on this computer only. */
  network: string[]
}

export function listNetworkAddresses(host: string | undefined, port: number, key: string): Addresses {
  const isAnywhere = host === undefined || host === '0.0.0.0' || host === '::'
  const isLocal = host === 'localhost' || host === '::1' || host?.startsWith('127.')
  const hosts = isAnywhere ? findOwnAddresses() : isLocal ? [] : [host]
  const localHost = isAnywhere || isLocal ? 'localhost' : host
  return {
    local: `http://${bracket(localHost)}:${port}/`,
    network: hosts.map((address) => `http://${bracket(address)}:${port}/preview?key=${key}`),
  }
}

function bracket(host: string): string {
  return isIPv6(host) ? `[${host}]` : host
}

/** The URLs, and a QR code of the first that a phone can open. */
export async function printAddresses({ local, network }: Addresses, terminal: Terminal): Promise<void> {
  const { print, translate, colours } = terminal
  print(`  ${translate('devLocal')}: ${colours.cyan(local)}`)
  for (const url of network) print(`  ${translate('devPhone')}: ${colours.cyan(url)}`)
  if (network[0]) print(`\n${translate('devPhoneHint')}\n${drawQrCode(network[0], terminal)}`)
  print(translate('devStop'))
}
