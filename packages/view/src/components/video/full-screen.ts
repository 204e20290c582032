import type { ComponentPort, WidgetCall } from '../../built-in-element'

export type ScreenTurn = 0 | 90 | -90

/**
 * Full screen in two steps that need no permission of the browser: the part goes to the frame's top layer, and the
 * container is asked to give the frame the whole screen. A container that does not answer leaves the bars in place.
 */
export function createFullScreen(
  part: HTMLElement,
  port: () => ComponentPort,
  changed: (full: boolean, turn: ScreenTurn) => void,
): { readonly isFull: boolean; enter(turn: ScreenTurn): void; leave(): void } {
  let widget: WidgetCall | undefined
  let isFull = false

  function leave(): void {
    if (!isFull) return
    isFull = false
    widget?.close()
    widget = undefined
    part.classList.remove('full')
    delete part.dataset.turn
    part.hidePopover()
    part.removeAttribute('popover')
    changed(false, 0)
  }

  return {
    get isFull() {
      return isFull
    },
    enter(turn) {
      if (isFull || !part.isConnected) return
      isFull = true
      part.classList.add('full')
      // A screen that lies on its side already needs no turned picture.
      if (turn !== 0 && innerHeight > innerWidth) part.dataset.turn = String(turn)
      part.popover = 'manual'
      part.showPopover()
      widget = port().widget('fullscreen', { direction: turn }, (name) => {
        if (name === 'exit') leave()
      })
      widget.result.catch(() => {
        // No container, or one without the widget: the frame's own area is what there is.
      })
      changed(true, turn)
    },
    leave,
  }
}
