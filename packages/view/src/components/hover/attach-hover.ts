export interface HoverOptions {
  /** Class names as they stand in the page, separated by spaces. */
  hoverClass: string
  startTimeMs: number
  stayTimeMs: number
  /** Elements around this one do not get their hover class. */
  stopPropagation: boolean
}

export interface HoverDefaults {
  hoverClass?: string
  startTimeMs: number
  stayTimeMs: number
}

export const viewHover: HoverDefaults = { startTimeMs: 50, stayTimeMs: 400 }

/** Hover options from properties as in the template. `hover-class="none"` and no class at all mean: nothing happens. */
export function readHover(
  properties: Readonly<Record<string, unknown>>,
  defaults: HoverDefaults = viewHover,
): HoverOptions | undefined {
  const hoverClass = String(properties['hover-class'] ?? defaults.hoverClass ?? 'none').trim()
  if (hoverClass === '' || hoverClass === 'none') return undefined
  return {
    hoverClass,
    startTimeMs: readTime(properties['hover-start-time'], defaults.startTimeMs),
    stayTimeMs: readTime(properties['hover-stay-time'], defaults.stayTimeMs),
    stopPropagation: Boolean(properties['hover-stop-propagation']),
  }
}

/** A pointer that moves this far is not pressing any more. */
const MOVE_LIMIT_PX = 10

/** Presses that an element further in keeps for itself. */
const stoppedPresses = new WeakSet<Event>()

/**
 * Gives the element its hover class while it is pressed. `options` is asked on each press. Returns a function that ends
 * all of it.
 */
export function attachHover(element: HTMLElement, options: () => HoverOptions | undefined): () => void {
  let release = (): void => {}
  function press(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0 || stoppedPresses.has(event)) return
    const current = options()
    if (!current) return
    if (current.stopPropagation) stoppedPresses.add(event)
    release()
    release = followPress(element, current, event)
  }
  element.addEventListener('pointerdown', press)
  return () => {
    element.removeEventListener('pointerdown', press)
    release()
  }
}

function followPress(element: HTMLElement, options: HoverOptions, down: PointerEvent): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let pressed = true
  let shown: ShownClass | undefined
  let timer = window.setTimeout(show, options.startTimeMs)

  function show(): void {
    shown = showClass(element, options.hoverClass)
    // A quick tap ends before the class is there; it shows all the same.
    if (!pressed) timer = window.setTimeout(finish, options.stayTimeMs)
  }
  function lift(event: PointerEvent): void {
    if (event.pointerId !== down.pointerId) return
    pressed = false
    listening.abort()
    if (shown) timer = window.setTimeout(finish, options.stayTimeMs)
  }
  function finish(): void {
    clearTimeout(timer)
    listening.abort()
    shown?.remove()
    shown = undefined
  }
  function move(event: PointerEvent): void {
    if (event.pointerId !== down.pointerId) return
    if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > MOVE_LIMIT_PX) finish()
  }

  addEventListener('pointerup', lift, { signal, capture: true })
  addEventListener('pointermove', move, { signal, capture: true, passive: true })
  addEventListener('pointercancel', finish, { signal, capture: true })
  return finish
}

interface ShownClass {
  remove(): void
}

/** Adds classes and keeps them while the program rewrites the whole `class` attribute. */
function showClass(element: HTMLElement, classes: string): ShownClass {
  let added: string[] = []
  function add(): void {
    const missing = classes.split(/\s+/).filter((name) => name !== '' && !element.classList.contains(name))
    if (missing.length === 0) return
    added = missing
    element.classList.add(...missing)
  }
  add()
  const observer = new MutationObserver(add)
  observer.observe(element, { attributes: true, attributeFilter: ['class'] })
  return {
    remove() {
      observer.disconnect()
      element.classList.remove(...added)
    },
  }
}

function readTime(value: unknown, whenAbsent: number): number {
  const time = Number.parseFloat(String(value ?? ''))
  return Number.isFinite(time) && time >= 0 ? time : whenAbsent
}
