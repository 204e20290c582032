import type { HostToFrame } from '@sampan/protocol'
import { escapeAttribute, framePolicy } from './content-security-policy'

export interface FrameSource {
  /** URL of `view.js`. */
  viewScript: string
  /** URL of the bundle folder, with a slash at the end. */
  bundle: string
  /** URLs of the packages' view scripts, of all packages. */
  programScripts: string[]
  language: string
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

const FRAME_READY_TIMEOUT_MS = 20_000
/** The view script says so before the frame has loaded: after that it will not come any more. */
const AFTER_LOAD_TIMEOUT_MS = 3_000

/** The frame starts to load as soon as its element is in the document. It must not be moved afterwards. */
export function createPageFrame(source: FrameSource): PageFrame {
  const element = document.createElement('iframe')
  element.setAttribute('sandbox', 'allow-scripts')
  element.setAttribute('allow', 'fullscreen; autoplay')
  element.srcdoc = frameDocument(source)
  const stop = new AbortController()
  const ready = new Promise<void>((resolve, reject) => {
    const giveUp = () => reject(new Error(`the page frame did not start: ${source.viewScript}`))
    let timer = setTimeout(giveUp, FRAME_READY_TIMEOUT_MS)
    stop.signal.addEventListener('abort', () => clearTimeout(timer))
    const shorten = () => {
      clearTimeout(timer)
      timer = setTimeout(giveUp, AFTER_LOAD_TIMEOUT_MS)
    }
    element.addEventListener('load', shorten, { signal: stop.signal, once: true })
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

function frameDocument(source: FrameSource): string {
  const attribute = escapeAttribute
  return (
    `<!doctype html><html lang="${attribute(source.language.replace('_', '-'))}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${attribute(framePolicy(source))}">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1, viewport-fit=cover">` +
    `<base href="${attribute(`${source.bundle}files/`)}">` +
    `<script src="${attribute(source.viewScript)}"></script></head><body></body></html>`
  )
}
