import type { AnimationAction, AnimationData, AnimationOption, AnimationStep } from '@sampan/protocol'

/**
 * `wx.createAnimation`. Methods gather steps, `step()` ends a group, `export()` gives the groups gathered since the
 * last export; the page's frame turns them into transitions. What a group sets holds in the groups after it, so that
 * a later transform does not undo an earlier one.
 */
export function createAnimation(options: unknown): Record<string, unknown> {
  const defaults = readOption(options, DEFAULT_OPTION)
  let actions: AnimationAction[] = []
  const steps = new Map<string, AnimationStep>()

  const animation: Record<string, unknown> = {
    actions,
    option: toAnimationOption(defaults),
    step(own?: unknown) {
      actions.push({ animates: [...steps.values()], option: toAnimationOption(readOption(own, defaults)) })
      return animation
    },
    export(): AnimationData {
      const exported = { actions }
      actions = []
      return exported
    },
  }
  const add = (key: string, step: AnimationStep) => {
    // A method that is called again replaces its step, at its old place.
    steps.set(key, step)
    return animation
  }
  for (const name of TRANSFORM_METHODS) {
    animation[name] = (...args: unknown[]) => add(name, { type: name, args: transformArguments(name, args) })
  }
  for (const [name, property] of Object.entries(STYLE_METHODS)) {
    animation[name] = (value: unknown) =>
      add(name, {
        type: 'style',
        args: [property, isLength(name) ? toLength(value) : (value as string | number)],
      })
  }
  return animation
}

interface Timing {
  duration: number
  timingFunction: string
  delay: number
  transformOrigin: string
}

const DEFAULT_OPTION: Timing = {
  duration: 400,
  timingFunction: 'linear',
  delay: 0,
  transformOrigin: '50% 50% 0',
}

const TRANSFORM_METHODS = [
  'matrix',
  'matrix3d',
  'rotate',
  'rotate3d',
  'rotateX',
  'rotateY',
  'rotateZ',
  'scale',
  'scale3d',
  'scaleX',
  'scaleY',
  'scaleZ',
  'skew',
  'skewX',
  'skewY',
  'translate',
  'translate3d',
  'translateX',
  'translateY',
  'translateZ',
]

const STYLE_METHODS: Readonly<Record<string, string>> = {
  opacity: 'opacity',
  backgroundColor: 'background-color',
  width: 'width',
  height: 'height',
  left: 'left',
  right: 'right',
  top: 'top',
  bottom: 'bottom',
}

const isLength = (name: string) => name !== 'opacity' && name !== 'backgroundColor'
const toLength = (value: unknown) => (typeof value === 'number' ? `${value}px` : String(value))

function transformArguments(name: string, args: unknown[]): (number | string)[] {
  const values = args.map((value) => (typeof value === 'string' ? value : Number(value)))
  if (name === 'scale' && values.length === 1) return [values[0] ?? 1, values[0] ?? 1]
  return values
}

function readOption(given: unknown, defaults: Timing): Timing {
  const { duration, timingFunction, delay, transformOrigin } = (given ?? {}) as Partial<
    Record<keyof Timing, unknown>
  >
  return {
    duration: typeof duration === 'number' ? duration : defaults.duration,
    timingFunction: typeof timingFunction === 'string' ? timingFunction : defaults.timingFunction,
    delay: typeof delay === 'number' ? delay : defaults.delay,
    transformOrigin: typeof transformOrigin === 'string' ? transformOrigin : defaults.transformOrigin,
  }
}

function toAnimationOption({ transformOrigin, duration, timingFunction, delay }: Timing): AnimationOption {
  return { transformOrigin, transition: { duration, timingFunction, delay } }
}
