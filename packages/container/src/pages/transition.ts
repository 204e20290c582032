/** A slide of two pages. */
export interface Slide {
  /** Resolves at the end, also when it was cut short. */
  readonly done: Promise<void>
  /** Jumps to the end. */
  finish(): void
  /** Stops and shows it at a fraction of the way: a finger moves it. */
  scrub(fraction: number): void
  /** Goes on from where it is. */
  play(): void
  /** Goes back to its beginning. */
  revert(): void
}

const DURATION_MS = 240
const EASE_OUT = 'cubic-bezier(0.2, 0.7, 0.2, 1)'
/** How far the page below moves along, as on phones. */
const PARALLAX = 'translateX(-24%)'

const ABOVE = [
  { transform: 'translateX(100%)', boxShadow: '0 0 24px rgb(0 0 0 / 0%)' },
  { transform: 'none', boxShadow: '0 0 24px rgb(0 0 0 / 18%)' },
]
const BELOW = [{ transform: 'none' }, { transform: PARALLAX }]

/** Slides `upper` in over `lower` (forward) or away from it (back). `along` moves with the lower page. */
export function slide(
  direction: 'forward' | 'back',
  upper: HTMLElement,
  lower: HTMLElement,
  along: HTMLElement | undefined,
  easing = EASE_OUT,
): Slide {
  const options: KeyframeAnimationOptions = { duration: DURATION_MS, easing, fill: 'both' }
  const oriented = (frames: Keyframe[]) => (direction === 'forward' ? frames : frames.toReversed())
  const animations = [upper.animate(oriented(ABOVE), options), lower.animate(oriented(BELOW), options)]
  if (along) animations.push(along.animate(oriented(BELOW), options))
  const done = Promise.all(animations.map((animation) => animation.finished.catch(() => undefined))).then(
    () => {
      for (const animation of animations) animation.cancel()
    },
  )
  return {
    done,
    finish: () => animations.forEach((animation) => animation.finish()),
    scrub(fraction) {
      for (const animation of animations) {
        animation.pause()
        animation.currentTime = Math.min(Math.max(fraction, 0), 1) * DURATION_MS
      }
    },
    play: () => animations.forEach((animation) => animation.play()),
    revert: () => animations.forEach((animation) => animation.reverse()),
  }
}

export function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
