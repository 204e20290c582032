export interface Point {
  x: number
  y: number
}

export interface PinchFollower {
  enabled(): boolean
  begin(center: Point): void
  /** `factor` since the begin; `center` is where the fingers' middle is now, in client px. */
  move(factor: number, center: Point): void
  end(): void
}

/** Lets a component follow two fingers. Its `touch-action` must keep the browser from zooming. */
export function followPinch(element: HTMLElement, follower: PinchFollower): void {
  const fingers = new Map<number, Point>()
  let startDistance = 0

  element.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'touch' || !follower.enabled() || fingers.size === 2) return
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (fingers.size === 1) listen()
    else {
      startDistance = distance(fingers) || 1
      follower.begin(center(fingers))
    }
  })

  function listen(): void {
    const listening = new AbortController()
    const { signal } = listening
    const release = (event: PointerEvent) => {
      if (!fingers.has(event.pointerId)) return
      if (fingers.size === 2) follower.end()
      fingers.delete(event.pointerId)
      if (fingers.size === 0) listening.abort()
    }
    addEventListener(
      'pointermove',
      (event) => {
        if (!fingers.has(event.pointerId)) return
        fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
        if (fingers.size === 2) follower.move(distance(fingers) / startDistance, center(fingers))
      },
      { signal },
    )
    addEventListener('pointerup', release, { signal })
    addEventListener('pointercancel', release, { signal })
  }
}

function distance(fingers: Map<number, Point>): number {
  const [a, b] = [...fingers.values()]
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0
}

function center(fingers: Map<number, Point>): Point {
  const [a, b] = [...fingers.values()]
  return a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : { x: 0, y: 0 }
}
