import { animate, easeOutCubic, type Animation } from '../animation/animate'
import { followDrag } from '../dragging/follow-drag'

const INERTIA_MS = 700

interface DragToScrollOptions {
  fastDeceleration?: () => boolean
  /** False: the content stops where it is let go. */
  glides?: () => boolean
  started?: () => void
  ended?: () => void
}

/**
 * Lets a mouse drag the content of a scroller as a finger does, with inertia. Touches are left to the browser.
 * `allowed` says whether an axis may be scrolled at all.
 */
export function dragToScroll(
  element: HTMLElement,
  scroller: Element,
  allowed: (axis: 'x' | 'y') => boolean,
  options: DragToScrollOptions = {},
): void {
  let startLeft = 0
  let startTop = 0
  let axis: 'x' | 'y' = 'y'
  let glide: Animation | undefined

  followDrag(element, {
    axes: (event) => (event.pointerType === 'mouse' && !takesText(event) ? 'both' : 'none'),
    press() {
      glide?.cancel()
      startLeft = scroller.scrollLeft
      startTop = scroller.scrollTop
    },
    begin(direction, sign) {
      axis = direction
      const takes = allowed(direction) && canScroll(scroller, direction, sign)
      if (takes) options.started?.()
      return takes
    },
    move(dx, dy) {
      if (axis === 'x') scroller.scrollLeft = startLeft - dx
      else scroller.scrollTop = startTop - dy
    },
    end(velocityX, velocityY) {
      const velocity = axis === 'x' ? velocityX : velocityY
      const side = axis === 'x' ? 'scrollLeft' : 'scrollTop'
      const from = scroller[side]
      const duration = options.fastDeceleration?.() ? INERTIA_MS / 3 : INERTIA_MS
      const distance = (-velocity * duration) / 3
      options.ended?.()
      if (Math.abs(distance) < 2 || options.glides?.() === false) return
      glide = animate(duration, easeOutCubic, (progress) => {
        scroller[side] = from + distance * progress
      })
    },
  })
}

/** A drag to the right (sign 1) shows what is left of the viewport. */
function canScroll(scroller: Element, axis: 'x' | 'y', sign: 1 | -1): boolean {
  const position = axis === 'x' ? scroller.scrollLeft : scroller.scrollTop
  const room =
    axis === 'x' ? scroller.scrollWidth - scroller.clientWidth : scroller.scrollHeight - scroller.clientHeight
  return sign > 0 ? position > 0 : position < room - 1
}

/** Where a drag selects text instead. */
function takesText(event: Event): boolean {
  const target = event.composedPath()[0]
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea')
}
