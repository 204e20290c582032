import type { BuiltInElement } from '../../built-in-element'

/**
 * What a component does by itself when it is tapped. The browser's click is the signal: it comes after a touch that
 * neither moved nor scrolled, after a mouse click, and from `pressOnKeys`. A listener that is further in and takes the
 * tap for itself prevents its default.
 */
export function listenTap(element: HTMLElement, act: (event: MouseEvent) => void): void {
  element.addEventListener('click', (event) => {
    if (!event.defaultPrevented) act(event)
  })
}

/** Lets Enter (and the space bar) tap the focused component, with the tap event for the program that a finger makes. */
export function pressOnKeys(
  element: BuiltInElement & { blocksTap?: boolean },
  keys: readonly string[] = ['Enter', ' '],
): void {
  element.addEventListener('keydown', (event) => {
    if (event.target !== element || !keys.includes(event.key) || event.repeat || hasModifier(event)) return
    event.preventDefault()
    pressElement(element)
  })
}

/** A tap without a pointer: at the middle of the element. */
export function pressElement(element: BuiltInElement & { blocksTap?: boolean }): void {
  if (element.blocksTap) return
  const box = element.getBoundingClientRect()
  const detail = { x: box.left + box.width / 2 + scrollX, y: box.top + box.height / 2 + scrollY }
  element.port.emit(element, 'tap', detail, { bubbles: true })
  element.click()
}

/** In the tab order unless disabled. */
export function setFocusable(element: HTMLElement, focusable: boolean): void {
  if (focusable) element.tabIndex = 0
  else element.removeAttribute('tabindex')
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey
}
