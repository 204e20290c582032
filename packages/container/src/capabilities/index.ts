import type { TextTable } from '../interface/texts'
import type { Capability, CapabilityHost } from './capability'
import { createClipboard } from './clipboard'
import { createNetwork } from './network'
import { networkTexts } from './network/texts'
import { createStatus } from './status'
import { createStorage } from './storage'
import { createToast } from './toast'
import { createToasts } from './toast/toasts'

/**
 * Families that a launch needs, of those that work with `CapabilityHost` alone. Those about bars and pages are in
 * `interface.ts`; all others are fetched when they are called: `families.ts`.
 */
export function createCapabilities(host: CapabilityHost): Capability[] {
  const toasts = createToasts(host)
  return [
    createClipboard(host, toasts),
    createNetwork(host),
    createStatus(host),
    createStorage(host),
    createToast(host, toasts),
  ]
}

/** Their texts, for `CapabilityHost.text`. */
export const capabilityTexts: TextTable[] = [networkTexts]
