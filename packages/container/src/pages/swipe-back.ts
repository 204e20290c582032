import type { Page } from './page'
import type { Presenter, Swipe } from './presenter'
import type { Router } from './router'

/** Further than this, or faster, and the page goes. */
const ACCEPT_FRACTION = 0.35
const ACCEPT_PX_PER_MS = 0.5

export interface SwipeBackParts {
  stage: HTMLElement
  router: Router
  presenter: Presenter
}

/** A strip at the left edge, for touch only: a finger that comes from there draws the page away. */
export function attachSwipeBack(parts: SwipeBackParts): void {
  const { stage, router, presenter } = parts
  const edge = document.createElement('div')
  edge.className = 'swipe-edge'
  stage.append(edge)
  let swipe: Swipe | undefined
  let start = { x: 0, atMs: 0 }

  edge.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse' || swipe) return
    const [top, below] = topPages(router)
    if (!top || !below || top.backGuards.length > 0) return
    swipe = presenter.beginSwipe(top, below)
    if (!swipe) return
    start = { x: event.clientX, atMs: event.timeStamp }
    edge.setPointerCapture(event.pointerId)
  })
  edge.addEventListener('pointermove', (event) => {
    swipe?.move((event.clientX - start.x) / stage.clientWidth)
  })
  const end = (event: PointerEvent) => {
    const ended = swipe
    swipe = undefined
    if (!ended) return
    const distance = event.clientX - start.x
    const speed = distance / Math.max(1, event.timeStamp - start.atMs)
    const isFarEnough = distance / stage.clientWidth > ACCEPT_FRACTION || speed > ACCEPT_PX_PER_MS
    if (event.type === 'pointerup' && isFarEnough && distance > 20) {
      ended.accept()
      void router.back(1).catch(() => ended.cancel())
    } else {
      ended.cancel()
    }
  }
  edge.addEventListener('pointerup', end)
  edge.addEventListener('pointercancel', end)
}

function topPages(router: Router): [top: Page | undefined, below: Page | undefined] {
  const stack = router.stack()
  return [stack.at(-1), stack.at(-2)]
}
