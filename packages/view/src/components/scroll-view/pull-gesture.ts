import { followDrag } from '../dragging/follow-drag'
import type { Refresher } from './refresher'

const SLOP_PX = 5

/**
 * Feeds pulls to a refresher. Touches need `preventDefault` on the first move, before the browser starts to scroll,
 * so they are followed as touch events; the mouse as a drag.
 */
export function followPull(element: HTMLElement, refresher: Refresher): void {
  let start: { id: number; x: number; y: number } | undefined
  let pulling = false

  element.addEventListener(
    'touchstart',
    (event) => {
      const touch = event.touches[0]
      start = event.touches.length === 1 && touch && refresher.canPull() ? pointOf(touch) : undefined
    },
    { passive: true },
  )
  element.addEventListener(
    'touchmove',
    (event) => {
      const touch = start && [...event.changedTouches].find((each) => each.identifier === start?.id)
      if (!start || !touch) return
      const dy = touch.clientY - start.y
      if (!pulling) {
        const dx = touch.clientX - start.x
        if (dy < 0 || Math.abs(dx) > Math.abs(dy) || !refresher.canPull()) {
          if (Math.hypot(dx, dy) > SLOP_PX) start = undefined
          return
        }
        if (!event.cancelable) return
        pulling = true
      }
      if (event.cancelable) event.preventDefault()
      refresher.pull(dy)
    },
    { passive: false },
  )
  const end = () => {
    start = undefined
    if (!pulling) return
    pulling = false
    refresher.release()
  }
  element.addEventListener('touchend', end)
  element.addEventListener('touchcancel', end)

  followDrag(element, {
    axes: (event) => (event.pointerType === 'mouse' && refresher.canPull() ? 'y' : 'none'),
    begin: (_axis, sign) => sign > 0 && refresher.canPull(),
    move: (_dx, dy) => refresher.pull(dy),
    end: () => refresher.release(),
  })
}

function pointOf(touch: Touch): { id: number; x: number; y: number } {
  return { id: touch.identifier, x: touch.clientX, y: touch.clientY }
}
