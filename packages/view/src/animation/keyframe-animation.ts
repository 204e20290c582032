import { toCssLength } from '../built-in-element'

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

const TRANSFORMS: Record<string, (values: unknown[]) => string> = {
  matrix: (values) => `matrix(${values.join(',')})`,
  matrix3d: (values) => `matrix3d(${values.join(',')})`,
  rotate: ([angle]) => `rotate(${degrees(angle)})`,
  rotate3d: ([x, y, z, angle]) => `rotate3d(${x},${y},${z},${degrees(angle)})`,
  rotateX: ([angle]) => `rotateX(${degrees(angle)})`,
  rotateY: ([angle]) => `rotateY(${degrees(angle)})`,
  rotateZ: ([angle]) => `rotateZ(${degrees(angle)})`,
  scale: (values) => `scale(${values.join(',')})`,
  scale3d: (values) => `scale3d(${values.join(',')})`,
  scaleX: ([factor]) => `scaleX(${factor})`,
  scaleY: ([factor]) => `scaleY(${factor})`,
  scaleZ: ([factor]) => `scaleZ(${factor})`,
  skew: (values) => `skew(${values.map(degrees).join(',')})`,
  skewX: ([angle]) => `skewX(${degrees(angle)})`,
  skewY: ([angle]) => `skewY(${degrees(angle)})`,
  translate: (values) => `translate(${values.map(toCssLength).join(',')})`,
  translate3d: (values) => `translate3d(${values.map(toCssLength).join(',')})`,
  translateX: ([length]) => `translateX(${toCssLength(length)})`,
  translateY: ([length]) => `translateY(${toCssLength(length)})`,
  translateZ: ([length]) => `translateZ(${toCssLength(length)})`,
}

const LENGTHS =
  /^(width|height|left|right|top|bottom|(margin|padding|border)[A-Z]?\w*|fontSize|borderRadius)$/

function toKeyframe(frame: Record<string, unknown>): Keyframe {
  const keyframe: Keyframe = {}
  const transforms: string[] = []
  for (const [name, value] of Object.entries(frame)) {
    if (name === 'offset') keyframe.offset = Number(value)
    else if (name === 'ease') keyframe.easing = String(value)
    else if (Object.hasOwn(TRANSFORMS, name))
      transforms.push(TRANSFORMS[name]!(Array.isArray(value) ? value : [value]))
    else if (name === 'transformOrigin' || name === 'opacity') keyframe[name] = String(value)
    else keyframe[name] = typeof value === 'number' && LENGTHS.test(name) ? toCssLength(value) : String(value)
  }
  if (transforms.length > 0) keyframe.transform = transforms.join(' ')
  return keyframe
}

function degrees(angle: unknown): string {
  return typeof angle === 'number' || /^-?[\d.]+$/.test(String(angle)) ? `${String(angle)}deg` : String(angle)
}
