import type { BootFrame, HostToFrame } from '@sampan/protocol'
import { chooseNonce, escapeAttribute, framePolicy } from './content-security-policy'
import type { FrameScripts } from './frame-scripts'

export interface FrameSource {
  scripts: FrameScripts
  /** URL of the bundle folder, with a slash at the end. */
  bundle: string
  language: string
  /** Of the host page's policy; '' if it has none. */
  hostNonce: string
}

/** The iframe of one page. Prepared without knowing which page it will show; `open` says so, once. */
export interface PageFrame {
  readonly element: HTMLIFrameElement
  /** Resolves when the view script runs. */
  readonly ready: Promise<void>
  /** Called when the frame shows another document than ours: its page is not to be trusted. */
  onNavigated: () => void
  /** Sends `open` with the worker's port, once the frame is ready, and returns the container's own port at once. */
  open(message: HostToFrame & { type: 'open' }, workerPort: MessagePort): MessagePort
  dispose(): void
}

const FRAME_LOAD_TIMEOUT_MS = 20_000
/** From handing the script over to its first word. */
const FRAME_READY_TIMEOUT_MS = 20_000

/** The frame starts to load as soon as its element is in the document. It must not be moved afterwards. */
export function createPageFrame(source: FrameSource): PageFrame {
  const element = document.createElement('iframe')
  element.setAttribute('sandbox', 'allow-scripts')
  element.setAttribute('allow', 'fullscreen; autoplay')
  element.srcdoc = frameDocument(source)
  const stop = new AbortController()
  const script = source.scripts.first()
  script.catch(() => undefined)
  const ready = new Promise<void>((resolve, reject) => {
    const giveUp = (reason: string) => reject(new Error(`the page frame did not start: ${reason}`))
    let timer = setTimeout(giveUp, FRAME_LOAD_TIMEOUT_MS, 'it did not load')
    stop.signal.addEventListener('abort', () => clearTimeout(timer))
    const boot = async () => {
      clearTimeout(timer)
      try {
        element.contentWindow?.postMessage({ type: 'boot', script: await script } satisfies BootFrame, '*')
        if (!stop.signal.aborted) timer = setTimeout(giveUp, FRAME_READY_TIMEOUT_MS, 'view.js is silent')
      } catch (error) {
        giveUp(error instanceof Error ? error.message : String(error))
      }
    }
    element.addEventListener('load', () => void boot(), { signal: stop.signal, once: true })
    addEventListener(
      'message',
      (event: MessageEvent<unknown>) => {
        if (event.source !== element.contentWindow || event.source === null) return
        if ((event.data as { type?: unknown } | null)?.type !== 'frame-ready') return
        stop.abort()
        resolve()
      },
      { signal: stop.signal },
    )
  })
  ready.catch(() => undefined)
  let loads = 0
  element.addEventListener('load', () => {
    loads += 1
    if (loads > 1) frame.onNavigated()
  })

  const frame: PageFrame = {
    element,
    ready,
    onNavigated: () => undefined,
    open(message, workerPort) {
      const { port1, port2 } = new MessageChannel()
      // Until then the ports keep what is sent: the worker makes the page while the frame starts.
      void ready.then(
        () => element.contentWindow?.postMessage(message, '*', [workerPort, port2]),
        () => undefined,
      )
      return port1
    },
    dispose() {
      stop.abort()
      element.remove()
    },
  }
  return frame
}

/** Runs in the frame: the first script comes as text, and starts as an element that has the nonce. */
const BOOT_SCRIPT = `
{
  const { nonce } = document.currentScript
  addEventListener('message', function boot({ source, data }) {
    if (source !== parent || data?.type !== 'boot') return
    removeEventListener('message', boot)
    const script = document.createElement('script')
    script.nonce = nonce
    script.textContent = data.script
    document.head.append(script)
    script.remove()
  })
  document.currentScript.remove()
}
`

function frameDocument(source: FrameSource): string {
  const attribute = escapeAttribute
  const nonce = chooseNonce(source.hostNonce)
  return (
    `<!doctype html><html lang="${attribute(source.language.replace('_', '-'))}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${attribute(framePolicy(nonce, source.bundle))}">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1, viewport-fit=cover">` +
    `<base href="${attribute(`${source.bundle}files/`)}">` +
    `<script nonce="${attribute(nonce)}">${BOOT_SCRIPT}</script></head><body></body></html>`
  )
}
