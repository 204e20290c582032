import type { LaunchOptions } from '@sampan/protocol'
import type { HostSettings } from './capabilities/capability'
import type { ShareCard } from './capabilities/share'
import type { ProgramIdentity } from './interface/program-icon'
import type { Screen } from './interface/screen'
import type { Theme } from './interface/theme'
import type { EmitEvent } from './program-events'
import { createFrameScripts } from './sandbox/frame-scripts'
import type { FrameSource } from './sandbox/page-frame'

export interface ProgramOptions {
  /** Folders, with a slash at the end. */
  baseUrl: string
  runtimeUrl: string
  /** Page to open, with query; '' for the entry page. */
  path: string
  settings: HostSettings
  launch: Partial<LaunchOptions>
  theme: Theme
  userId: string
  version: string
  /** Of the host page's Content-Security-Policy, if it has one; '' else. */
  nonce: string
  /** No animations: for automation. */
  fast: boolean
  screen: Screen
  emit: EmitEvent
  /** What the embedder knows before the manifest is there. */
  identity: ProgramIdentity
  /** Asks the element to start again at a path. */
  restart(path: string): void
  deliverShare(card: ShareCard): Promise<void>
  copyLink(path: string): Promise<void>
  /** Since the launch began. */
  elapsedMs(): number
}

/** What every page frame of the program is made of. */
export function frameSource(options: ProgramOptions): FrameSource {
  return {
    scripts: createFrameScripts(options.runtimeUrl),
    bundle: options.baseUrl,
    language: options.settings.language,
    hostNonce: options.nonce,
  }
}
