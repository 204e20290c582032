import { animate, ease, type Animation, type Easing } from '../animation/animate'

export interface ScrollTarget {
  left?: number
  top?: number
}

export type ScrollAlignment = 'start' | 'center' | 'end' | 'nearest'

export const SCROLL_DURATION_MS = 300
const running = new WeakMap<Element, Animation>()

/** Moves a scroller; a duration of 0 jumps. A wheel or a press of the user stops the movement. */
export function scrollTo(
  scroller: Element,
  target: ScrollTarget,
  durationMs: number,
  easing: Easing = ease,
  done?: () => void,
): void {
  stopScroll(scroller)
  const fromLeft = scroller.scrollLeft
  const fromTop = scroller.scrollTop
  const left = clamp(target.left ?? fromLeft, 0, scroller.scrollWidth - scroller.clientWidth)
  const top = clamp(target.top ?? fromTop, 0, scroller.scrollHeight - scroller.clientHeight)
  const jumps = durationMs <= 0 || (left === fromLeft && top === fromTop)
  const stop = new AbortController()
  if (!jumps) {
    const options = { signal: stop.signal, passive: true }
    for (const type of ['wheel', 'pointerdown']) {
      scroller.addEventListener(type, () => stopScroll(scroller), options)
    }
  }
  const animation = animate(
    jumps ? 0 : durationMs,
    easing,
    (progress) => {
      scroller.scrollLeft = fromLeft + (left - fromLeft) * progress
      scroller.scrollTop = fromTop + (top - fromTop) * progress
    },
    () => {
      stop.abort()
      running.delete(scroller)
      done?.()
    },
  )
  if (jumps) return
  running.set(scroller, {
    cancel() {
      stop.abort()
      animation.cancel()
    },
  })
}

export function stopScroll(scroller: Element): void {
  running.get(scroller)?.cancel()
  running.delete(scroller)
}

export function isMoving(scroller: Element): boolean {
  return running.has(scroller)
}

/** Where to scroll so that `target` shows in `scroller`. */
export function targetOf(
  scroller: Element,
  target: Element,
  alignment: ScrollAlignment,
  offset: number,
): Required<ScrollTarget> {
  const outer = scroller.getBoundingClientRect()
  const inner = target.getBoundingClientRect()
  const left = inner.left - outer.left - scroller.clientLeft
  const top = inner.top - outer.top - scroller.clientTop
  return {
    left: scroller.scrollLeft + align(left, inner.width, scroller.clientWidth, alignment, offset),
    top: scroller.scrollTop + align(top, inner.height, scroller.clientHeight, alignment, offset),
  }
}

/** How far to move, for a target at `start` in a viewport. */
function align(
  start: number,
  size: number,
  viewport: number,
  alignment: ScrollAlignment,
  offset: number,
): number {
  switch (alignment) {
    case 'center':
      return start + size / 2 - viewport / 2 + offset
    case 'end':
      return start + size - viewport + offset
    case 'nearest':
      if (start < 0) return start + offset
      return start + size > viewport ? start + size - viewport + offset : 0
    default:
      return start + offset
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
