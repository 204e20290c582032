import type { ApiContext } from '../api-context'

/**
 * `wx.worklet` and `wx.router` for programs written for Skyline. Pages are drawn by WebViews here, as on phones without
 * Skyline: shared values work, animations of them are at their end at once, and routes keep their usual transition.
 */
export function createWorklet(context: ApiContext) {
  return {
    shared: (initial: unknown) => createSharedValue(context, initial),
    derived: (compute: () => unknown) => ({
      get value() {
        return compute()
      },
    }),
    timing: (toValue: unknown, _options?: unknown, callback?: unknown) => new EndState(toValue, callback),
    spring: (toValue: unknown, _options?: unknown, callback?: unknown) => new EndState(toValue, callback),
    decay: (_options?: unknown, callback?: unknown) => new EndState(UNCHANGED, callback),
    sequence: (...animations: unknown[]) => animations.at(-1),
    repeat: (animation: unknown) => animation,
    delay: (_delayMs: unknown, animation: unknown) => animation,
    cancelAnimation: () => undefined,
    runOnUI: defer,
    runOnJS: defer,
    scrollViewContext: { scrollTo: () => undefined },
    Easing,
  }
}

const UNCHANGED = Symbol('unchanged')

/** What `timing` and its relatives answer: assigned to a shared value, it is that value's end. */
class EndState {
  constructor(
    readonly value: unknown,
    readonly callback: unknown,
  ) {}
}

function createSharedValue(context: ApiContext, initial: unknown) {
  let current = initial
  return {
    get value() {
      return current
    },
    set value(next: unknown) {
      if (!(next instanceof EndState)) {
        current = next
        return
      }
      if (next.value !== UNCHANGED) current = next.value
      const { callback } = next
      if (typeof callback !== 'function') return
      queueMicrotask(() => {
        context.program.runUserCode(() => (callback as (finished: boolean) => void)(true), 'worklet callback')
      })
    },
  }
}

/** Both threads of Skyline are one here. */
function defer(run: (...args: unknown[]) => unknown) {
  return (...args: unknown[]) => {
    queueMicrotask(() => run(...args))
  }
}

type EasingFunction = (t: number) => number

const Easing = {
  linear: (t: number) => t,
  ease: bezier(0.42, 0, 1, 1),
  quad: (t: number) => t ** 2,
  cubic: (t: number) => t ** 3,
  poly: (power: number) => (t: number) => t ** power,
  sin: (t: number) => 1 - Math.cos((t * Math.PI) / 2),
  circle: (t: number) => 1 - Math.sqrt(1 - t * t),
  exp: (t: number) => 2 ** (10 * (t - 1)),
  elastic:
    (bounciness = 1) =>
    (t: number) =>
      1 - Math.cos((t * Math.PI) / 2) ** 3 * Math.cos(t * bounciness * Math.PI),
  bounce: (t: number) => {
    const scaled =
      t < 1 / 2.75 ? t : t < 2 / 2.75 ? t - 1.5 / 2.75 : t < 2.5 / 2.75 ? t - 2.25 / 2.75 : t - 2.625 / 2.75
    const rest = t < 1 / 2.75 ? 0 : t < 2 / 2.75 ? 0.75 : t < 2.5 / 2.75 ? 0.9375 : 0.984375
    return 7.5625 * scaled * scaled + rest
  },
  bezier: (x1: number, y1: number, x2: number, y2: number) => {
    const curve = bezier(x1, y1, x2, y2)
    return Object.assign(curve, { factory: () => curve })
  },
  /** The plain function, as WeChat's own examples use it. */
  cubicBezier: bezier,
  in: (easing: EasingFunction) => easing,
  out: (easing: EasingFunction) => (t: number) => 1 - easing(1 - t),
  inOut: (easing: EasingFunction) => (t: number) =>
    t < 0.5 ? easing(t * 2) / 2 : 1 - easing((1 - t) * 2) / 2,
}

/** As CSS `cubic-bezier`: x is found by halving, which is exact enough for an animation. */
function bezier(x1: number, y1: number, x2: number, y2: number): EasingFunction {
  const at = (a: number, b: number, s: number) => 3 * a * s * (1 - s) ** 2 + 3 * b * s ** 2 * (1 - s) + s ** 3
  return (t) => {
    let low = 0
    let high = 1
    for (let step = 0; step < 24; step++) {
      const middle = (low + high) / 2
      if (at(x1, x2, middle) < t) low = middle
      else high = middle
    }
    return at(y1, y2, (low + high) / 2)
  }
}

export function createRouter(context: ApiContext) {
  return {
    addRouteBuilder() {
      context.warn('wx.router: routes of your own need Skyline; pages open with the usual transition')
    },
    removeRouteBuilder: () => undefined,
    getRouteContext: () => undefined,
  }
}
