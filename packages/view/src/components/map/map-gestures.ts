import { animate, easeOutCubic, type Animation } from '../animation/animate'
import { followDrag } from '../dragging/follow-drag'
import { followPinch } from '../dragging/follow-pinch'
import { changeAround, panBy, type MapView, type ScreenPoint } from './projection'

export interface MapGestureParts {
  element: HTMLElement
  view(): MapView
  /** `cause` is undefined while the gesture goes on. */
  move(view: MapView): void
  began(): void
  ended(cause: 'drag' | 'scale'): void
  allows(): { scroll: boolean; zoom: boolean }
  scales(): { low: number; high: number }
}

const GLIDE_MS = 400
const WHEEL_END_MS = 200

/** Drag, pinch, wheel and double tap. */
export function followMapGestures(parts: MapGestureParts): { dragged(): boolean } {
  const { element } = parts
  let glide: Animation | undefined
  let wasDragged = false
  let pinched: MapView | undefined
  let base: { view: MapView; dx: number; dy: number } | undefined

  const local = (x: number, y: number): ScreenPoint => {
    const box = element.getBoundingClientRect()
    return { x: x - box.left, y: y - box.top }
  }
  const bounded = (scale: number): number =>
    Math.max(parts.scales().low, Math.min(scale, parts.scales().high))

  element.addEventListener('pointerdown', () => {
    wasDragged = false
    glide?.cancel()
  })

  followDrag(element, {
    axes: () => (parts.allows().scroll ? 'both' : 'none'),
    begin() {
      wasDragged = true
      base = { view: parts.view(), dx: 0, dy: 0 }
      parts.began()
      return true
    },
    move(dx, dy) {
      if (!base || pinched) {
        base = { view: parts.view(), dx, dy }
        return
      }
      parts.move(panBy(base.view, dx - base.dx, dy - base.dy))
    },
    end(vx, vy) {
      base = undefined
      if (Math.hypot(vx, vy) < 0.1) return parts.ended('drag')
      const from = parts.view()
      glide = animate(
        GLIDE_MS,
        easeOutCubic,
        (t) => parts.move(panBy(from, (vx * GLIDE_MS * t) / 3, (vy * GLIDE_MS * t) / 3)),
        () => parts.ended('drag'),
      )
    },
  })

  followPinch(element, {
    enabled: () => parts.allows().zoom,
    begin() {
      wasDragged = true
      pinched = parts.view()
      parts.began()
    },
    move(factor, center) {
      if (pinched)
        parts.move(
          changeAround(pinched, local(center.x, center.y), {
            scale: bounded(pinched.scale + Math.log2(factor)),
          }),
        )
    },
    end() {
      pinched = undefined
      parts.ended('scale')
    },
  })

  let wheelTimer: ReturnType<typeof setTimeout> | undefined
  element.addEventListener(
    'wheel',
    (event) => {
      if (!parts.allows().zoom) return
      event.preventDefault()
      if (wheelTimer === undefined) parts.began()
      clearTimeout(wheelTimer)
      const view = parts.view()
      parts.move(
        changeAround(view, local(event.clientX, event.clientY), {
          scale: bounded(view.scale - event.deltaY / 240),
        }),
      )
      wheelTimer = setTimeout(() => {
        wheelTimer = undefined
        parts.ended('scale')
      }, WHEEL_END_MS)
    },
    { passive: false },
  )

  element.addEventListener('dblclick', (event) => {
    if (!parts.allows().zoom) return
    const view = parts.view()
    const anchor = local(event.clientX, event.clientY)
    parts.began()
    glide = animate(
      250,
      easeOutCubic,
      (t) => parts.move(changeAround(view, anchor, { scale: bounded(view.scale + t) })),
      () => parts.ended('scale'),
    )
  })

  return { dragged: () => wasDragged }
}
