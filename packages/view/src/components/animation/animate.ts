export type Easing = (progress: number) => number

export const linear: Easing = (t) => t
export const easeInCubic: Easing = (t) => t ** 3
export const easeOutCubic: Easing = (t) => 1 - (1 - t) ** 3
export const easeInOutCubic: Easing = (t) => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2)
/** Close to CSS `ease`. */
export const ease: Easing = (t) => 1 - (1 - t) ** 2.2 * (1 + 1.2 * t * (1 - t))

export interface Animation {
  cancel(): void
}

/**
 * Calls `step` with a progress from 0 to 1 on each animation frame, then `done`. Neither is called after `cancel`.
 * A duration of 0 does both at once.
 */
export function animate(
  durationMs: number,
  easing: Easing,
  step: (progress: number) => void,
  done: () => void = () => {},
): Animation {
  if (durationMs <= 0) {
    step(1)
    done()
    return { cancel() {} }
  }
  let start: number | undefined
  let frame = requestAnimationFrame(tick)
  function tick(now: number): void {
    start ??= now
    const elapsed = Math.min(1, (now - start) / durationMs)
    if (elapsed < 1) frame = requestAnimationFrame(tick)
    step(easing(elapsed))
    if (elapsed === 1) done()
  }
  return { cancel: () => cancelAnimationFrame(frame) }
}
