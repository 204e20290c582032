import type { AnimationAction, AnimationStep } from '@sampan/protocol'
import { replaceRpx } from '../built-in-element'
import { isTransformFunction, transformFunction } from './transform-functions'

/**
 * Plays what `wx.createAnimation().export()` gave, as the attribute `animation` of an element: one action after the
 * other. The end state stays, over whatever the element's style says, until another animation changes it. Elements
 * fire `transitionend` for each property that an action changed, as they do for transitions.
 */
export function applyAnimation(element: HTMLElement, data: unknown): void {
  const actions = readActions(data)
  if (actions.length === 0) return
  const run = {}
  latestRun.set(element, run)
  void play(element, actions, () => latestRun.get(element) === run)
}

/** Another value of the attribute replaces what is still to come. */
const latestRun = new WeakMap<Element, object>()
/** What holds or changes each property now. */
const effects = new WeakMap<Element, Map<string, Animation>>()

async function play(
  element: HTMLElement,
  actions: AnimationAction[],
  isCurrent: () => boolean,
): Promise<void> {
  for (const action of actions) {
    if (!isCurrent()) return
    await playAction(element, action)
  }
}

async function playAction(element: HTMLElement, { animates, option }: AnimationAction): Promise<void> {
  const target = targetStyle(animates)
  const properties = Object.keys(target)
  if (properties.length === 0) return wait(option.transition.delay + option.transition.duration)
  const before = computed(element, properties)
  const held = effects.get(element) ?? new Map<string, Animation>()
  effects.set(element, held)
  // What still moves one of the properties stops where it is, and the new movement goes on from there.
  const replaced = new Set(properties.flatMap((property) => held.get(property) ?? []))
  for (const animation of replaced) if (animation.playState === 'running') animation.pause()

  const animation = startAnimation(element, target, option)
  for (const property of properties) held.set(property, animation)
  const finished = await animation.finished.then(
    () => true,
    () => false,
  )
  if (!finished || animation.playState === 'paused') return
  const stillHolding = new Set(held.values())
  for (const old of replaced) if (!stillHolding.has(old)) old.cancel()
  const after = computed(element, properties)
  for (const property of properties) {
    if (before[property] !== after[property]) fireTransitionEnd(element, property, option.transition.duration)
  }
}

function startAnimation(
  element: HTMLElement,
  target: Record<string, string>,
  { transformOrigin, transition }: AnimationAction['option'],
): Animation {
  const { duration, delay, timingFunction } = transition
  // The first keyframe leaves out what moves: the movement begins at what the element shows.
  const keyframes = [{ transformOrigin }, { ...toCamelCase(target), transformOrigin }]
  const timing = { duration, delay, fill: 'forwards' } as const
  try {
    return element.animate(keyframes, { ...timing, easing: timingFunction })
  } catch {
    return element.animate(keyframes, timing) // an easing that is none
  }
}

/** CSS properties with the values that an action leads to. */
function targetStyle(steps: readonly AnimationStep[]): Record<string, string> {
  const style: Record<string, string> = {}
  const transforms: string[] = []
  for (const { type, args } of steps) {
    if (type === 'style') style[String(args[0])] = replaceRpx(String(args[1]))
    else if (isTransformFunction(type)) transforms.push(transformFunction(type, args))
  }
  if (transforms.length > 0) style.transform = transforms.join(' ')
  return style
}

function computed(element: HTMLElement, properties: readonly string[]): Record<string, string> {
  const style = getComputedStyle(element)
  return Object.fromEntries(properties.map((property) => [property, style.getPropertyValue(property)]))
}

function fireTransitionEnd(element: HTMLElement, propertyName: string, durationMs: number): void {
  const init = { propertyName, elapsedTime: durationMs / 1000, bubbles: true }
  element.dispatchEvent(new TransitionEvent('transitionend', init))
}

function toCamelCase(style: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(style).map(([name, value]) => [
      name.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
}

const wait = (durationMs: number) => new Promise<void>((resolve) => setTimeout(resolve, durationMs))

/** Comes from the program's data: anything may be in it. */
function readActions(data: unknown): AnimationAction[] {
  const actions = (data as { actions?: unknown } | null | undefined)?.actions
  if (!Array.isArray(actions)) return []
  return actions.map((action: unknown) => {
    const { animates, option } = (action ?? {}) as { animates?: unknown; option?: Record<string, unknown> }
    const transition = (option?.transition ?? {}) as Record<string, unknown>
    return {
      animates: Array.isArray(animates) ? animates.filter(isStep) : [],
      option: {
        transformOrigin: String(option?.transformOrigin ?? '50% 50% 0'),
        transition: {
          duration: milliseconds(transition.duration),
          delay: milliseconds(transition.delay),
          timingFunction: String(transition.timingFunction ?? 'linear'),
        },
      },
    }
  })
}

function isStep(step: unknown): step is AnimationStep {
  const { type, args } = (step ?? {}) as Record<string, unknown>
  return typeof type === 'string' && Array.isArray(args)
}

function milliseconds(value: unknown): number {
  const number = Number(value)
  return Number.isFinite(number) && number > 0 ? number : 0
}
