import { attachHover, readHover } from '../hover/attach-hover'
import { ReflectingElement } from '../reflecting-element'
import { listenTap, pressOnKeys } from '../tapping/listen-tap'

export const functionalPageNavigatorStyles = `
wx-functional-page-navigator { display: block; width: auto; height: auto; cursor: pointer; }
.functional-page-navigator-hover { background-color: rgba(0, 0, 0, 0.1); opacity: 0.7; }
wx-functional-page-navigator:focus-visible { outline: 2px solid var(--wx-focus-ring); outline-offset: -2px; }
`

const hoverDefaults = { hoverClass: 'functional-page-navigator-hover', startTimeMs: 50, stayTimeMs: 600 }

/** Functional pages belong to WeChat's own programs; WeChat has given them up as well. */
export class FunctionalPageNavigatorElement extends ReflectingElement {
  protected static override readonly role = 'link'

  constructor() {
    super()
    attachHover(this, () => readHover(this.properties, hoverDefaults))
    listenTap(this, () => {
      this.emit('fail', { errMsg: 'functional-page-navigator:fail functional pages are not supported' })
    })
    pressOnKeys(this, ['Enter'])
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.tabIndex = 0
  }
}
