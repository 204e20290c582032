import type { TextControl } from './text-control'

const sameTapMs = 400

/**
 * Puts the focus where the program wants it, as soon as it can be there: an element that is not laid out yet (a page
 * that is prepared, a popup that opens) cannot have it. While a field with `hold-keyboard` has the focus, a press
 * elsewhere does not take it away; without, it does, also where the browser would leave it.
 */
export class FocusKeeper {
  private observer: ResizeObserver | undefined
  private programFocusTime = -Infinity

  constructor(
    private readonly host: HTMLElement & { properties: Readonly<Record<string, unknown>> },
    private readonly control: () => TextControl,
  ) {
    host.addEventListener('focusin', () => this.watchPresses())
  }

  want(): void {
    if (!this.host.isConnected || this.tryFocus() || this.observer) return
    this.observer = new ResizeObserver(() => {
      if (this.tryFocus() || !this.host.isConnected) this.stopWaiting()
    })
    this.observer.observe(this.host)
  }

  leave(): void {
    this.stopWaiting()
    this.control().blur()
  }

  private tryFocus(): boolean {
    const control = this.control()
    if (!control.matches(':focus')) control.focus()
    if (!control.matches(':focus')) return false
    this.programFocusTime = performance.now()
    return true
  }

  private stopWaiting(): void {
    this.observer?.disconnect()
    this.observer = undefined
  }

  /**
   * A tap whose handler gives the field the focus is followed by the mouse events that browsers make of a touch; they
   * belong to the tap.
   */
  private keeps(): boolean {
    return (
      Boolean(this.host.properties['hold-keyboard']) || performance.now() - this.programFocusTime < sameTapMs
    )
  }

  private watchPresses(): void {
    const watching = new AbortController()
    const { signal } = watching
    const isElsewhere = (event: Event): boolean => !event.composedPath().includes(this.host)
    const press = (event: Event): void => {
      if (isElsewhere(event) && this.keeps()) event.preventDefault()
    }
    const click = (event: Event): void => {
      if (isElsewhere(event) && !this.keeps()) this.control().blur()
    }
    document.addEventListener('mousedown', press, { signal, capture: true })
    document.addEventListener('click', click, { signal })
    this.host.addEventListener('focusout', () => watching.abort(), { signal })
  }
}
