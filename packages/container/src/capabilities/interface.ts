import type { Capability } from './capability'
import { type NavigationParts, createNavigation } from './navigation'

/** What the families about bars, pages and sheets need beside `CapabilityHost`. */
export interface InterfaceParts extends NavigationParts {}

export function createInterfaceCapabilities(parts: InterfaceParts): Record<string, Capability> {
  return {
    navigation: createNavigation(parts),
  }
}
