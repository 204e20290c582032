import { toCssLength } from '../built-in-element'
import { isTransformFunction, transformFunction } from './transform-functions'

/**
 * `this.animate(selector, keyframes, duration, timeline)` of pages and components, on one element. The end state stays
 * until `clear`, as documented. A scroll timeline ties the animation to the position of a scroll-view.
 */
const running = new WeakMap<Element, Animation>()

interface Timeline {
  scrollSource?: string
  orientation?: 'horizontal' | 'vertical'
  startScrollOffset?: number
  endScrollOffset?: number
  timeRange?: number
}

export async function animateElement(
  element: HTMLElement,
  keyframes: unknown,
  duration: unknown,
  timeline: unknown,
): Promise<void> {
  const frames = Array.isArray(keyframes)
    ? keyframes.map((frame) => toKeyframe(frame as Record<string, unknown>))
    : []
  if (frames.length === 0) return
  running.get(element)?.cancel()
  const source = scrollSourceOf(timeline as Timeline | null)
  const durationMs = source ? ((timeline as Timeline).timeRange ?? 1000) : Number(duration) || 0
  const animation = element.animate(frames, { duration: durationMs, fill: 'both' })
  running.set(element, animation)
  if (source) {
    followScroll(animation, source, timeline as Timeline, durationMs)
    return
  }
  await animation.finished.catch(() => undefined)
}

/** Takes the animated properties away again; `options` may name some of them. */
export function clearElementAnimation(element: HTMLElement): void {
  running.get(element)?.cancel()
  running.delete(element)
}

function scrollSourceOf(timeline: Timeline | null): Element | undefined {
  if (!timeline || typeof timeline.scrollSource !== 'string') return undefined
  try {
    return document.querySelector(timeline.scrollSource) ?? undefined
  } catch {
    return undefined
  }
}

function followScroll(animation: Animation, source: Element, timeline: Timeline, durationMs: number): void {
  animation.pause()
  const start = timeline.startScrollOffset ?? 0
  const end = timeline.endScrollOffset ?? 1
  const update = (): void => {
    const scroller = findScroller(source)
    const offset = timeline.orientation === 'horizontal' ? scroller.scrollLeft : scroller.scrollTop
    const progress = Math.min(1, Math.max(0, (offset - start) / (end - start || 1)))
    animation.currentTime = progress * durationMs
  }
  source.addEventListener('scroll', update, { capture: true, passive: true })
  source.shadowRoot?.addEventListener('scroll', update, { capture: true, passive: true })
  update()
}

/** Rich scroll-views scroll an element of their own. */
function findScroller(source: Element): Element {
  if (source.scrollHeight > source.clientHeight || source.scrollWidth > source.clientWidth) return source
  const inner = source.shadowRoot?.querySelectorAll('*') ?? []
  for (const element of inner) {
    if (element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth)
      return element
  }
  return source
}

const LENGTHS =
  /^(width|height|left|right|top|bottom|(margin|padding|border)[A-Z]?\w*|fontSize|borderRadius)$/

function toKeyframe(frame: Record<string, unknown>): Keyframe {
  const keyframe: Keyframe = {}
  const transforms: string[] = []
  for (const [name, value] of Object.entries(frame)) {
    if (name === 'offset') keyframe.offset = Number(value)
    else if (name === 'ease') keyframe.easing = String(value)
    else if (isTransformFunction(name))
      transforms.push(transformFunction(name, Array.isArray(value) ? value : [value]))
    else if (name === 'transformOrigin' || name === 'opacity') keyframe[name] = String(value)
    else keyframe[name] = typeof value === 'number' && LENGTHS.test(name) ? toCssLength(value) : String(value)
  }
  if (transforms.length > 0) keyframe.transform = transforms.join(' ')
  return keyframe
}
