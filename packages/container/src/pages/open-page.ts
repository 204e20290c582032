import type { BundleManifest, Environment, FrameToHost, HostToFrame } from '@sampan/protocol'
import { type Theme, themedWindow } from '../interface/theme'
import { createFloodGate } from '../messages/flood-gate'
import { parseFromFrame } from '../messages/parse-from-frame'
import type { Page } from './page'
import { type PageScripts, preparePageScripts, sendScript } from './page-scripts'
import type { FrameScripts } from '../sandbox/frame-scripts'
import type { PageSurface } from './page-surface'
import type { PageAddress } from './resolve-route'

/** What a frame says to others than this file. */
export type PageMessage = Exclude<FrameToHost, { type: 'part' }>

export interface OpenPageParts {
  id: number
  address: PageAddress
  isTab: boolean
  manifest: BundleManifest
  baseUrl: string
  theme: Theme
  safeArea: Environment['safeArea']
  surface: PageSurface
  scripts: FrameScripts
  onMessage(page: Page, message: PageMessage): void
  onFlood(page: Page): void
  /** The frame did not start. */
  onBroken(page: Page, error: Error): void
}

/** More than any page sends: `painted`, errors, and one message per widget. */
const FRAME_LIMITS = { perSecond: 200, burst: 400, toleratedDrops: 5_000 }

/** Gives a prepared surface its page. Answers the page and the port that the worker gets. */
export function openPage(parts: OpenPageParts): { page: Page; workerPort: MessagePort } {
  const { address, isTab, manifest, surface } = parts
  const config = manifest.pages[address.route]
  if (!config) throw new Error(`no page ${address.route}`)
  const window = themedWindow(config.window, manifest, parts.theme)
  const { port1: workerPort, port2: framePort } = new MessageChannel()
  const scripts = preparePageScripts(manifest, parts.baseUrl, address.route, parts.scripts)
  const port = surface.frame.open(openMessage(parts, window, scripts), framePort)
  const send = (message: HostToFrame, transfer: Transferable[] = []): void =>
    port.postMessage(message, transfer)
  let notePainted!: () => void
  const page: Page = {
    id: parts.id,
    route: address.route,
    isTab,
    query: address.query,
    config,
    window,
    overrides: {},
    homeButtonHidden: false,
    surface,
    backGuards: [],
    openedAtMs: performance.now(),
    painted: new Promise((resolve) => {
      notePainted = resolve
    }),
    send,
    dispose() {
      port.onmessage = null
      port.close()
      surface.dispose()
    },
  }
  surface.frame.ready.catch((error: Error) => parts.onBroken(page, error))
  surface.frame.onNavigated = () => {
    port.close()
    surface.frame.element.remove()
    parts.onMessage(page, { type: 'error', message: 'the page frame was navigated away' })
  }
  const gate = createFloodGate(FRAME_LIMITS)
  port.onmessage = (event: MessageEvent<unknown>) => {
    const verdict = gate.admit(performance.now())
    if (verdict === 'flood') {
      port.close()
      parts.onFlood(page)
    }
    if (verdict !== 'pass') return
    const message = parseFromFrame(event.data)
    if (!message) return
    if (message.type === 'part') return void sendScript(message.name, parts.scripts.part(message.name), send)
    if (message.type === 'painted') notePainted()
    parts.onMessage(page, message)
  }
  scripts.deliver(send)
  return { page, workerPort }
}

function openMessage(
  parts: OpenPageParts,
  window: Page['window'],
  scripts: PageScripts,
): HostToFrame & { type: 'open' } {
  return {
    type: 'open',
    pageId: parts.id,
    baseUrl: parts.baseUrl,
    route: parts.address.route,
    theme: parts.theme,
    viewScripts: scripts.viewScripts,
    tags: scripts.tags,
    scrollable: !window.disableScroll,
    enablePullDownRefresh: window.enablePullDownRefresh,
    onReachBottomDistance: window.onReachBottomDistance,
    backgroundColor: window.backgroundColor,
    backgroundTextStyle: window.backgroundTextStyle,
    safeArea: parts.safeArea,
    styleV2: parts.manifest.app.style === 'v2',
  }
}
