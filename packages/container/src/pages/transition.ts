export interface Transition {
  readonly done: Promise<void>
  /** Jumps to the end. */
  finish(): void
}

const DURATION_MS = 240
const EASE_OUT = 'cubic-bezier(0.2, 0.7, 0.2, 1)'
/** A reversed animation runs its easing backwards: this one ends softly then. */
const EASE_OUT_REVERSED = 'cubic-bezier(0.8, 0, 0.8, 0.3)'
/** How far the page below moves along, as on phones. */
const PARALLAX = 'translateX(-24%)'

/** Slides `upper` in over `lower` (forward) or away from it (back). `along` moves with the lower page. */
export function slide(
  direction: 'forward' | 'back',
  upper: HTMLElement,
  lower: HTMLElement | undefined,
  along: HTMLElement | undefined,
): Transition {
  const options: KeyframeAnimationOptions = {
    duration: DURATION_MS,
    easing: direction === 'forward' ? EASE_OUT : EASE_OUT_REVERSED,
    direction: direction === 'forward' ? 'normal' : 'reverse',
    fill: 'both',
  }
  const animations = [
    upper.animate(
      [
        { transform: 'translateX(100%)', boxShadow: '0 0 24px rgb(0 0 0 / 0%)' },
        { transform: 'none', boxShadow: '0 0 24px rgb(0 0 0 / 18%)' },
      ],
      options,
    ),
  ]
  for (const element of [lower, along]) {
    if (element) animations.push(element.animate([{ transform: 'none' }, { transform: PARALLAX }], options))
  }
  const done = Promise.all(animations.map((animation) => animation.finished.catch(() => undefined))).then(
    () => {
      for (const animation of animations) animation.cancel()
    },
  )
  return { done, finish: () => animations.forEach((animation) => animation.finish()) }
}

export function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
