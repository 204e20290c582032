import type { HostToFrame, PageConfig, WindowConfig } from '@sampan/protocol'
import type { PageSurface } from './page-surface'
import type { StackEntry } from './plan-route'

/** A page that is open. */
export interface Page extends StackEntry {
  readonly query: Record<string, string>
  readonly config: PageConfig
  /** The page's window fields with theme variables resolved, changed by what APIs set. */
  window: WindowConfig
  /** What APIs set; stays when the theme changes. */
  readonly overrides: Partial<WindowConfig>
  homeButtonHidden: boolean
  readonly surface: PageSurface
  /** While there are any, going back calls the last and leaves the page where it is. */
  readonly backGuards: (() => void)[]
  /** Asked before the page is left: `wx.enableAlertBeforeUnload`. */
  leaveMessage?: string | undefined
  readonly openedAtMs: number
  /** Resolves when the frame has painted content. */
  readonly painted: Promise<void>
  /** To the frame. */
  send(message: HostToFrame, transfer?: Transferable[]): void
  dispose(): void
}
