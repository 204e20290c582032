import type { Bars } from '../pages/bars'
import type { ProgramTabs } from '../pages/program-tabs'
import { createBackground } from './background'
import type { Capability, CapabilityHost } from './capability'
import { type NavigationParts, createNavigation } from './navigation'
import { createNavigationBar } from './navigation-bar'
import { createTabBar } from './tab-bar'
import { createUi } from './ui'

/** What the families about bars, pages and sheets need beside `CapabilityHost`. */
export interface InterfaceParts extends NavigationParts {
  host: CapabilityHost
  bars: Bars
  tabs: ProgramTabs
  /** The user wants out. */
  closeProgram(): void
  /** Bars came or went: the window has another size. */
  onWindowResize(): void
}

export function createInterfaceCapabilities(parts: InterfaceParts): Record<string, Capability> {
  const { host, router, tabs } = parts
  return {
    background: createBackground(parts),
    navigation: createNavigation(parts),
    navigationBar: createNavigationBar(parts),
    tabBar: createTabBar({ tabs, router, onResize: parts.onWindowResize }),
    ui: createUi(host, parts.closeProgram),
  }
}
