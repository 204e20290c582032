import type { Bars } from '../pages/bars'
import type { ProgramTabs } from '../pages/program-tabs'
import { createBackground } from './background'
import type { Capability } from './capability'
import { type NavigationParts, createNavigation } from './navigation'
import { createNavigationBar } from './navigation-bar'
import { createTabBar } from './tab-bar'

/** What the families about bars and pages need. */
export interface InterfaceParts extends NavigationParts {
  bars: Bars
  tabs: ProgramTabs
  /** Bars came or went: the window has another size. */
  onWindowResize(): void
}

export function createInterfaceCapabilities(parts: InterfaceParts): Capability[] {
  const { router, tabs } = parts
  return [
    createBackground(parts),
    createNavigation(parts),
    createNavigationBar(parts),
    createTabBar({ tabs, router, onResize: parts.onWindowResize }),
  ]
}
