import type { TextTable } from '../interface/texts'
import type { Capability, CapabilityHost } from './capability'
import { createClipboard } from './clipboard'
import { createNetwork } from './network'
import { networkTexts } from './network/texts'
import { createStatus } from './status'
import { createStorage } from './storage'
import { createToast } from './toast'

/**
 * Families that a launch needs, of those that work with `CapabilityHost` alone. Those about bars and pages are in
 * `interface.ts`; all others are fetched when they are called: `families.ts`.
 */
export function createCapabilities(host: CapabilityHost): Capability[] {
  return [
    createClipboard(host),
    createNetwork(host),
    createStatus(host),
    createStorage(host),
    createToast(host),
  ]
}

/** Their texts, for `CapabilityHost.text`. */
export const capabilityTexts: TextTable[] = [networkTexts]
