import type { Overlay } from '../capabilities/capability'
import { focusableIn, focusedIn } from './focus'

export interface OverlayLayer extends Overlay {
  /** Takes everything away without an answer: the program is gone. */
  clear(): void
}

/** What an overlay element may bring along. */
export interface OverlayElement extends HTMLElement {
  /** Plays its way out; the layer removes it afterwards. */
  leave?(): Promise<void>
}

/**
 * Layer over the pages and under the menu button. While something is shown, all below is inert, Tab stays inside, and Escape sends the
 * topmost element a `cancel` event, which it answers by closing if it may be cancelled.
 */
export function createOverlayLayer(layer: HTMLElement, below: readonly HTMLElement[]): OverlayLayer {
  const shown: HTMLElement[] = []

  function updateInert(): void {
    for (const element of below) element.inert = shown.length > 0
    shown.forEach((element, index) => {
      element.inert = index < shown.length - 1
    })
  }

  layer.addEventListener('keydown', (event) => {
    const top = shown.at(-1)
    if (!top) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      top.firstElementChild?.dispatchEvent(new Event('cancel', { cancelable: true }))
    } else if (event.key === 'Tab') {
      keepTabInside(event, top)
    }
  })

  return {
    show<Result>(make: (close: (result: Result) => void) => HTMLElement) {
      const holder = document.createElement('div')
      holder.className = 'overlay-item'
      const before = focusedIn(layer.getRootNode() as Document | ShadowRoot)
      return new Promise<Result>((resolve) => {
        let open = true
        const element = make((result) => {
          if (!open) return
          open = false
          shown.splice(shown.indexOf(holder), 1)
          updateInert()
          resolve(result)
          if (shown.length === 0) before?.focus({ preventScroll: true })
          holder.inert = true
          void Promise.resolve((element as OverlayElement).leave?.()).finally(() => holder.remove())
        }) as OverlayElement
        holder.append(element)
        layer.append(holder)
        shown.push(holder)
        updateInert()
        void focusFirst(holder)
      })
    },
    attach(element) {
      const holder = document.createElement('div')
      holder.className = 'overlay-item passive'
      holder.append(element)
      layer.append(holder)
      return () => {
        void Promise.resolve((element as OverlayElement).leave?.()).finally(() => holder.remove())
      }
    },
    clear() {
      shown.length = 0
      layer.replaceChildren()
      updateInert()
    },
  }
}

/** Elements that render later (Lit) are waited for. `autofocus` wins over the first control. */
async function focusFirst(holder: HTMLElement): Promise<void> {
  const element = holder.firstElementChild as (HTMLElement & { updateComplete?: Promise<unknown> }) | null
  await element?.updateComplete
  if (!holder.isConnected || holder.inert) return
  const candidates = focusableIn(holder)
  const target = candidates.find((candidate) => candidate.hasAttribute('autofocus')) ?? candidates[0]
  target?.focus({ preventScroll: true })
}

function keepTabInside(event: KeyboardEvent, holder: HTMLElement): void {
  const candidates = focusableIn(holder)
  const current = candidates.indexOf(focusedIn(holder.getRootNode() as ShadowRoot)!)
  const next = event.shiftKey ? current - 1 : current + 1
  if (current >= 0 && next >= 0 && next < candidates.length) return
  event.preventDefault()
  candidates.at(event.shiftKey ? -1 : 0)?.focus()
}
