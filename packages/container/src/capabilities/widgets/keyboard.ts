import * as v from 'valibot'
import { finiteNumber } from '../number-schemas'
import type { WidgetFactory } from './widget'

const parametersSchema = v.object({
  adjustPosition: v.boolean(),
  cursorSpacing: finiteNumber,
  box: v.object({ left: finiteNumber, top: finiteNumber, width: finiteNumber, height: finiteNumber }),
})

/** WeChat's figure; browsers do not tell how long their keyboard moves. */
const DURATION_SECONDS = 0.25
/** Less is a browser's bar that came or went. */
const LEAST_KEYBOARD_PX = 80

/**
 * While a text field has the focus: tells the height of the on-screen keyboard, and moves the page up if the keyboard
 * would cover the field. Without an on-screen keyboard nothing happens.
 */
const watchKeyboard: WidgetFactory = (context, params) => {
  let parameters = v.parse(parametersSchema, params)
  const viewport = window.visualViewport
  const { area } = context
  const frame = context.page.surface.frame.element
  let height = 0

  function measure(): void {
    if (!viewport) return
    const bottom = area.getBoundingClientRect().bottom - shift()
    const covered = Math.round(bottom - (viewport.offsetTop + viewport.height))
    const next = covered >= LEAST_KEYBOARD_PX ? covered : 0
    if (next !== height) {
      height = next
      context.event('height', { height, duration: height > 0 ? DURATION_SECONDS : 0 })
      context.host.emit('keyboardHeightChange', { height, duration: height > 0 ? DURATION_SECONDS : 0 })
    }
    move()
  }

  function shift(): number {
    return Number(frame.dataset.shift ?? 0)
  }

  function move(): void {
    const { box, cursorSpacing, adjustPosition } = parameters
    const room = area.clientHeight - height
    const wanted = box.top + box.height + Math.max(0, cursorSpacing)
    const up = adjustPosition && height > 0 ? Math.min(Math.max(0, wanted - room), height) : 0
    frame.dataset.shift = String(-up)
    frame.style.transform = up > 0 ? `translateY(${-up}px)` : ''
  }

  viewport?.addEventListener('resize', measure)
  viewport?.addEventListener('scroll', measure)
  measure()

  return {
    update(changed) {
      parameters = v.parse(parametersSchema, changed)
      move()
    },
    close() {
      viewport?.removeEventListener('resize', measure)
      viewport?.removeEventListener('scroll', measure)
      if (height > 0) {
        context.event('height', { height: 0, duration: 0 })
        context.host.emit('keyboardHeightChange', { height: 0, duration: 0 })
      }
      frame.dataset.shift = '0'
      frame.style.transform = ''
    },
  }
}

export { watchKeyboard as open }
