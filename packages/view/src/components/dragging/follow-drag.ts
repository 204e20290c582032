import { eventPath, isCaught } from '../../tree/event-path'

export type Axis = 'x' | 'y'

export interface DragFollower {
  /** Asked on each press: which movements the component may take. */
  axes(event: PointerEvent): Axis | 'both' | 'none'
  /** The pointer is down; a running animation may stop here. */
  press?(event: PointerEvent): void
  /** The movement is clearly along `axis`. False leaves it to components further out. */
  begin(axis: Axis, sign: 1 | -1, event: PointerEvent): boolean
  /** px since the press */
  move(dx: number, dy: number, event: PointerEvent): void
  /** px per ms */
  end(velocityX: number, velocityY: number): void
  /** The browser took the gesture over, or a press ended without a movement of ours. */
  cancel?(): void
}

const TOUCH_SLOP_PX = 6
const MOUSE_SLOP_PX = 3
const VELOCITY_WINDOW_MS = 80

/** Pointers whose movement a component has taken: components around it leave them alone. */
const takenPointers = new Map<number, HTMLElement>()

/**
 * Lets a component follow fingers and the mouse. Nested components compete for a press: the innermost one that wants
 * the direction of the first clear movement gets it. For touches, the component's `touch-action` must keep the browser
 * from scrolling in the directions it wants.
 */
export function followDrag(element: HTMLElement, follower: DragFollower): void {
  element.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || (event.pointerType === 'mouse' && event.button !== 0)) return
    const axes = follower.axes(event)
    if (axes === 'none' || isCaughtInside(element, event)) return
    follower.press?.(event)
    followPress(element, follower, axes, event)
  })
}

/** A `catchtouchmove` further in keeps the movement from the component, as programs do to lock a swiper. */
function isCaughtInside(element: HTMLElement, event: Event): boolean {
  const path = eventPath(event)
  const end = path.findIndex((entry) => entry.element === element)
  const inside = end < 0 ? [] : path.slice(0, end)
  return isCaught(inside, 'touchmove') || isCaught(inside, 'touchstart')
}

interface Sample {
  time: number
  x: number
  y: number
}

function followPress(
  element: HTMLElement,
  follower: DragFollower,
  axes: Axis | 'both',
  down: PointerEvent,
): void {
  const slop = down.pointerType === 'mouse' ? MOUSE_SLOP_PX : TOUCH_SLOP_PX
  const samples: Sample[] = [{ time: down.timeStamp, x: down.clientX, y: down.clientY }]
  let dragging = false
  const listening = new AbortController()
  const { signal } = listening

  function moved(event: PointerEvent): void {
    if (event.pointerId !== down.pointerId) return
    const dx = event.clientX - down.clientX
    const dy = event.clientY - down.clientY
    if (!dragging) {
      if (takenPointers.has(down.pointerId)) return stop(true)
      if (Math.hypot(dx, dy) < slop) return
      const axis: Axis = Math.abs(dx) > Math.abs(dy) ? 'x' : 'y'
      const sign = (axis === 'x' ? dx : dy) > 0 ? 1 : -1
      if ((axes !== 'both' && axes !== axis) || !follower.begin(axis, sign, event)) return stop(true)
      dragging = true
      takenPointers.set(down.pointerId, element)
      capture(element, down.pointerId)
    }
    samples.push({ time: event.timeStamp, x: event.clientX, y: event.clientY })
    if (samples.length > 12) samples.shift()
    follower.move(dx, dy, event)
  }

  function stop(cancelled: boolean, time = 0): void {
    listening.abort()
    if (dragging) takenPointers.delete(down.pointerId)
    if (dragging && !cancelled) {
      const [vx, vy] = velocityOf(samples, time)
      follower.end(vx, vy)
    } else if (dragging) follower.end(0, 0)
    else follower.cancel?.()
  }

  addEventListener('pointermove', moved, { signal })
  addEventListener(
    'pointerup',
    (event) => event.pointerId === down.pointerId && stop(false, event.timeStamp),
    {
      signal,
    },
  )
  addEventListener('pointercancel', (event) => event.pointerId === down.pointerId && stop(true), { signal })
}

function capture(element: HTMLElement, pointerId: number): void {
  try {
    element.setPointerCapture(pointerId)
  } catch {
    // The pointer is gone already; its end arrives anyway.
  }
}

function velocityOf(samples: Sample[], time: number): [number, number] {
  const last = samples.at(-1)
  if (!last || time - last.time > VELOCITY_WINDOW_MS) return [0, 0]
  const first = samples.find((sample) => last.time - sample.time <= VELOCITY_WINDOW_MS) ?? last
  const duration = last.time - first.time
  return duration <= 0 ? [0, 0] : [(last.x - first.x) / duration, (last.y - first.y) / duration]
}
