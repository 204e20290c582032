import { Toast, type ToastIcon } from '../../interface/toast'
import type { CapabilityHost } from '../capability'

export interface ToastRequest {
  kind: 'toast' | 'loading'
  text: string
  icon: ToastIcon
  image?: string | undefined
  mask: boolean
  /** Without one it stays until it is hidden. */
  durationMs?: number
}

export interface Toasts {
  show(request: ToastRequest): void
  /** As documented, each hides the other as well, unless `onlyOwn`. */
  hide(kind: ToastRequest['kind'], onlyOwn: boolean): void
  dispose(): void
}

const MAX_DURATION_MS = 60_000

/** There is one place: what is shown later takes it. */
export function createToasts(host: Pick<CapabilityHost, 'overlay'>): Toasts {
  let shown: { kind: ToastRequest['kind']; element: Toast; remove: () => void } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function remove(): void {
    clearTimeout(timer)
    shown?.remove()
    shown = undefined
  }

  return {
    show(request) {
      clearTimeout(timer)
      // The same element goes on, so that a loading sign that becomes a toast does not blink.
      const element = shown?.element ?? new Toast()
      element.text = request.text
      element.icon = request.icon
      element.image = request.image
      element.mask = request.mask
      shown = { kind: request.kind, element, remove: shown?.remove ?? host.overlay.attach(element) }
      if (request.durationMs === undefined) return
      timer = setTimeout(remove, Math.min(Math.max(request.durationMs, 0), MAX_DURATION_MS))
    },
    hide(kind, onlyOwn) {
      if (shown && (!onlyOwn || shown.kind === kind)) remove()
    },
    dispose: remove,
  }
}
