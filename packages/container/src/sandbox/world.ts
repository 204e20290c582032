import { chooseNonce, escapeAttribute, worldPolicy } from './content-security-policy'
import { HEARTBEAT_PRELUDE, WORLD_SCRIPT } from './world-script'

/** The program's world: an iframe of an opaque origin with the logic worker in it. */
export interface World {
  /** To the worker: `ToWorker` out, `FromWorker` in. Started by whoever sets `onmessage`. */
  readonly port: MessagePort
  /** Asks the worker for a sign of life; `onPong` follows. */
  ping(): void
  /** Resolves when the worker has handled what was sent to it before. */
  alive(): Promise<void>
  /** What happened before is told at once. */
  listen(events: WorldEvents): void
  /** Ends the worker at once, also one that spins. */
  terminate(): void
}

export interface WorldEvents {
  onPong(): void
  /** The worker could not be started, or an error came out of it that nobody there caught. */
  onBreak(message: string): void
}

/** `hostNonce` is needed where the host page has a policy of its own, which the iframe inherits. */
export function createWorld(mount: HTMLElement, workerScript: string, hostNonce: string): World {
  const nonce = chooseNonce(hostNonce)
  const program = new MessageChannel()
  const control = new MessageChannel()
  const waiting: (() => void)[] = []
  let events: WorldEvents | undefined
  let broken: string | undefined
  const iframe = document.createElement('iframe')
  iframe.setAttribute('sandbox', 'allow-scripts')
  iframe.hidden = true
  iframe.title = 'world'
  iframe.srcdoc =
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${escapeAttribute(worldPolicy(nonce))}">` +
    `<script nonce="${escapeAttribute(nonce)}">${WORLD_SCRIPT}</script>`
  iframe.addEventListener(
    'load',
    () =>
      iframe.contentWindow?.postMessage({ type: 'boot', script: HEARTBEAT_PRELUDE + workerScript }, '*', [
        program.port2,
        control.port2,
      ]),
    { once: true },
  )
  control.port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'pong') {
      events?.onPong()
      for (const resolve of waiting.splice(0)) resolve()
    } else if (typeof data === 'object' && data !== null && 'broken' in data) {
      broken = String(data.broken).slice(0, 2_000)
      events?.onBreak(broken)
    }
  }
  mount.append(iframe)

  return {
    port: program.port1,
    listen(given) {
      events = given
      if (broken !== undefined) events.onBreak(broken)
    },
    ping: () => control.port1.postMessage('ping'),
    alive() {
      control.port1.postMessage('ping')
      return new Promise((resolve) => waiting.push(resolve))
    },
    terminate() {
      control.port1.postMessage('terminate')
      control.port1.close()
      program.port1.close()
      iframe.remove()
    },
  }
}
