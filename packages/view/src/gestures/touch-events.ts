import type { TouchPoint } from '@sampan/protocol'
import { eventPath, isCaught, isWanted, type PathEntry } from '../tree/event-path'
import type { EventSender } from '../event-sender'

const TAP_DISTANCE_PX = 10
const LONG_PRESS_MS = 350
/** Browsers repeat a touch as mouse events for this long. */
const MOUSE_AFTER_TOUCH_MS = 1000
const PRIMARY_BUTTON = 1

interface Press {
  path: PathEntry[]
  point: TouchPoint
  moved: boolean
  longPressed: boolean
  timer: ReturnType<typeof setTimeout>
}

/**
 * Turns the browser's touch and mouse events into WeChat's: `touchstart` … `touchcancel` as they are, `tap` when a
 * finger goes up where it went down, `longpress` and `longtap` after 350 ms. A mouse counts as one finger.
 */
export function listenToTouches(target: Document, sender: EventSender): void {
  let press: Press | undefined
  let lastTouchMs = -Infinity
  let mousePath: PathEntry[] | undefined

  function start(path: PathEntry[], point: TouchPoint, touches: TouchPoint[], changed: TouchPoint[]): void {
    sendTouch('touchstart', path, touches, changed)
    endPress()
    if (touches.length !== 1) return
    const timer = setTimeout(() => longPress(touches, changed), LONG_PRESS_MS)
    press = { path, point, moved: false, longPressed: false, timer }
  }

  function longPress(touches: TouchPoint[], changed: TouchPoint[]): void {
    if (!press || press.moved) return
    const { path, point } = press
    press.longPressed = isWanted(path, 'longpress')
    for (const name of ['longpress', 'longtap']) send(name, path, positionOf(point), touches, changed)
  }

  function move(path: PathEntry[], point: TouchPoint, touches: TouchPoint[], changed: TouchPoint[]): boolean {
    if (press && distance(press.point, point) > TAP_DISTANCE_PX) {
      press.moved = true
      clearTimeout(press.timer)
    }
    return sendTouch('touchmove', path, touches, changed)
  }

  function end(path: PathEntry[], touches: TouchPoint[], changed: TouchPoint[]): void {
    sendTouch('touchend', path, touches, changed)
    const ended = press
    endPress()
    if (!ended || ended.moved || ended.longPressed || touches.length > 0) return
    if (ended.path.some(({ element }) => (element as { blocksTap?: boolean }).blocksTap)) return
    // The finger that tapped counts among the touches, although it is up: programs read `touches[0]` of a tap.
    send('tap', ended.path, positionOf(changed[0] ?? ended.point), changed, changed)
  }

  function endPress(): void {
    if (press) clearTimeout(press.timer)
    press = undefined
  }

  function sendTouch(
    name: string,
    path: PathEntry[],
    touches: TouchPoint[],
    changedTouches: TouchPoint[],
  ): boolean {
    const detail = changedTouches[0] ? positionOf(changedTouches[0]) : {}
    return send(name, path, detail, touches, changedTouches)
  }

  function send(
    name: string,
    path: PathEntry[],
    detail: unknown,
    touches: TouchPoint[],
    changedTouches: TouchPoint[],
  ): boolean {
    const place = placeOnCanvas(path)
    return sender.send(path, {
      name,
      detail,
      touches: touches.map(place),
      changedTouches: changedTouches.map(place),
      bubbles: true,
    })
  }

  target.addEventListener(
    'touchstart',
    (event) => {
      lastTouchMs = event.timeStamp
      const changed = pointsOf(event.changedTouches)
      start(eventPath(event), changed[0]!, pointsOf(event.touches), changed)
    },
    { passive: true },
  )
  target.addEventListener(
    'touchmove',
    (event) => {
      lastTouchMs = event.timeStamp
      const path = eventPath(event)
      const changed = pointsOf(event.changedTouches)
      const passed = move(path, changed[0]!, pointsOf(event.touches), changed)
      if (event.cancelable && (!passed || isCaught(path, 'touchmove'))) event.preventDefault()
    },
    { passive: false },
  )
  target.addEventListener('touchend', (event) => {
    lastTouchMs = event.timeStamp
    end(eventPath(event), pointsOf(event.touches), pointsOf(event.changedTouches))
  })
  target.addEventListener('touchcancel', (event) => {
    lastTouchMs = event.timeStamp
    endPress()
    sendTouch('touchcancel', eventPath(event), pointsOf(event.touches), pointsOf(event.changedTouches))
  })
  // The page scrolls under the finger: no tap.
  target.addEventListener('scroll', () => press && (press.moved = true), { capture: true, passive: true })

  target.addEventListener('mousedown', (event) => {
    if (event.button !== 0 || event.timeStamp - lastTouchMs < MOUSE_AFTER_TOUCH_MS) return
    mousePath = eventPath(event)
    const point = mousePoint(event)
    start(mousePath, point, [point], [point])
  })
  function releaseMouse(event: MouseEvent): void {
    if (!mousePath) return
    const path = mousePath
    mousePath = undefined
    end(path, [], [mousePoint(event)])
  }
  target.addEventListener('mousemove', (event) => {
    if (!mousePath) return
    // It was let go where this frame did not hear of it.
    if ((event.buttons & PRIMARY_BUTTON) === 0) {
      if (press) press.moved = true
      return releaseMouse(event)
    }
    const point = mousePoint(event)
    move(mousePath, point, [point], [point])
  })
  target.addEventListener('mouseup', releaseMouse)
}

/** Animation and transition events bubble to the program as they are. */
export function listenToAnimations(target: Document, sender: EventSender): void {
  for (const name of ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const) {
    target.addEventListener(name, (event) => {
      const isInside = event.composedPath()[0] !== event.target
      if (isInside) return
      const detail = { elapsedTime: event.elapsedTime }
      sender.send(eventPath(event), { name, detail, bubbles: true })
    })
  }
}

/** Touches of a canvas have `x` and `y` from its corner. */
function placeOnCanvas(path: PathEntry[]): (point: TouchPoint) => TouchPoint {
  const canvas = path.find(({ element }) => 'relativeTouch' in element)?.element as
    { relativeTouch(x: number, y: number): { x: number; y: number } } | undefined
  return (point) => (canvas ? { ...point, ...canvas.relativeTouch(point.clientX, point.clientY) } : point)
}

function pointsOf(list: TouchList): TouchPoint[] {
  return Array.from(list, ({ identifier, pageX, pageY, clientX, clientY, force }) => ({
    identifier,
    pageX,
    pageY,
    clientX,
    clientY,
    force,
  }))
}

function mousePoint({ pageX, pageY, clientX, clientY }: MouseEvent): TouchPoint {
  return { identifier: 0, pageX, pageY, clientX, clientY, force: 1 }
}

function positionOf(point: TouchPoint): { x: number; y: number } {
  return { x: point.pageX, y: point.pageY }
}

function distance(a: TouchPoint, b: TouchPoint): number {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)
}
