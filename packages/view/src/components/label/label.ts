import { BuiltInElement } from '../../built-in-element'
import { ReflectingElement } from '../reflecting-element'
import { listenTap } from '../tapping/listen-tap'

export const labelStyles = `
wx-label { cursor: pointer; }
`

const controlTags = 'wx-button,wx-checkbox,wx-radio,wx-switch,wx-input,wx-textarea'

/** A tap on it is a tap on its control: the one named by `for`, else the first one inside. */
export class LabelElement extends ReflectingElement {
  constructor() {
    super()
    listenTap(this, (event) => {
      const inside = event.target instanceof Element ? event.target.closest(controlTags) : null
      // The control has had the tap itself.
      if (inside && this.contains(inside)) return
      this.control()?.labelTapped?.()
    })
  }

  private control(): BuiltInElement | null {
    const id = this.textOf('for')
    const found = id === '' ? this.querySelector(controlTags) : findNear(this, id)
    return found instanceof BuiltInElement ? found : null
  }
}

/** Components are instantiated many times, with the same ids inside: the one that is nearest is meant. */
function findNear(element: Element, id: string): Element | null {
  const selector = `#${CSS.escape(id)}`
  for (let around = element.parentElement; around; around = around.parentElement) {
    const found = around.querySelector(selector)
    if (found) return found
  }
  return null
}
