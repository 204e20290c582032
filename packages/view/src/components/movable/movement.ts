import type { Point } from '../dragging/follow-pinch'

export interface Range {
  low: number
  high: number
}

export interface Bounds {
  x: Range
  y: Range
}

/** A small view stays inside its area; a large one always covers it. `offset` is where the layout puts the view. */
export function rangeOf(areaPx: number, viewPx: number, offset: number): Range {
  const room = areaPx - viewPx
  return { low: Math.min(0, room) - offset, high: Math.max(0, room) - offset }
}

export function clampTo(range: Range, value: number): number {
  return Math.max(range.low, Math.min(value, range.high))
}

export function clampPoint(bounds: Bounds, point: Point): Point {
  return { x: clampTo(bounds.x, point.x), y: clampTo(bounds.y, point.y) }
}

/** Beyond a bound the view follows the finger less and less. */
export function stretchTo(range: Range, value: number): number {
  const inside = clampTo(range, value)
  const beyond = value - inside
  return inside + Math.sign(beyond) * Math.sqrt(Math.abs(beyond)) * 3
}

const STEP_S = 1 / 240
const MAX_STEPS = 24
const REST_PX = 0.1
const REST_PX_PER_S = 5

export interface Simulation {
  cancel(): void
}

/**
 * Moves along a simulated path, one `step` for each animation frame. `force` gives the acceleration (px/s²) for a
 * distance and a velocity; it is done when `isAtRest`.
 */
function simulate(
  from: Point,
  velocity: Point,
  force: (position: Point, velocity: Point) => Point,
  isAtRest: (position: Point, velocity: Point) => boolean,
  step: (position: Point) => void,
  done: () => void,
): Simulation {
  const position = { ...from }
  const speed = { ...velocity }
  let last: number | undefined
  let frame = requestAnimationFrame(tick)

  function tick(now: number): void {
    const steps = last === undefined ? 1 : Math.min(MAX_STEPS, Math.round((now - last) / 1000 / STEP_S))
    last = now
    for (let i = 0; i < steps; i++) {
      const { x, y } = force(position, speed)
      speed.x += x * STEP_S
      speed.y += y * STEP_S
      position.x += speed.x * STEP_S
      position.y += speed.y * STEP_S
    }
    const rests = isAtRest(position, speed)
    if (!rests) frame = requestAnimationFrame(tick)
    step({ ...position })
    if (rests) done()
  }
  return { cancel: () => cancelAnimationFrame(frame) }
}

/** To `target` as a spring without overshoot; more `damping` is faster. */
export function springTo(
  from: Point,
  target: Point,
  damping: number,
  step: (position: Point) => void,
  done: () => void,
): Simulation {
  const stiffness = (9 * damping * damping) / 40
  const force = (p: Point, v: Point): Point => ({
    x: (target.x - p.x) * stiffness - v.x * damping,
    y: (target.y - p.y) * stiffness - v.y * damping,
  })
  const isAtRest = (p: Point, v: Point): boolean =>
    Math.hypot(target.x - p.x, target.y - p.y) < REST_PX && Math.hypot(v.x, v.y) < REST_PX_PER_S
  return simulate(from, { x: 0, y: 0 }, force, isAtRest, step, () => {
    step(target)
    done()
  })
}

/** Slides on with `velocity` (px/s) until friction or the bounds stop it. */
export function glide(
  from: Point,
  velocity: Point,
  friction: number,
  bounds: Bounds,
  step: (position: Point) => void,
  done: () => void,
): Simulation {
  const deceleration = friction * 1000
  const force = (_p: Point, v: Point): Point => {
    const speed = Math.hypot(v.x, v.y)
    if (speed < deceleration * STEP_S) return { x: -v.x / STEP_S, y: -v.y / STEP_S }
    return { x: (-v.x / speed) * deceleration, y: (-v.y / speed) * deceleration }
  }
  const isAtRest = (p: Point, v: Point): boolean => {
    const inside = clampPoint(bounds, p)
    const stopsX = v.x === 0 || inside.x !== p.x
    const stopsY = v.y === 0 || inside.y !== p.y
    return (stopsX && stopsY) || Math.hypot(v.x, v.y) < REST_PX_PER_S
  }
  return simulate(from, velocity, force, isAtRest, (p) => step(clampPoint(bounds, p)), done)
}
