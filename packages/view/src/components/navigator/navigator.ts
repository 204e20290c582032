import type { NavigateDetail } from '@sampan/protocol'
import { attachHover, readHover } from '../hover/attach-hover'
import { ReflectingElement } from '../reflecting-element'
import { listenTap, pressOnKeys } from '../tapping/listen-tap'

export const navigatorStyles = `
wx-navigator { display: block; width: auto; height: auto; cursor: pointer; }
.navigator-hover { background-color: rgba(0, 0, 0, 0.1); opacity: 0.7; }
wx-navigator:focus-visible { outline: 2px solid var(--wx-focus-ring); outline-offset: -2px; }
`

const hoverDefaults = { hoverClass: 'navigator-hover', startTimeMs: 50, stayTimeMs: 600 }
const openTypes: readonly string[] = ['navigate', 'redirect', 'switchTab', 'reLaunch', 'navigateBack', 'exit']

export class NavigatorElement extends ReflectingElement {
  protected static override readonly role = 'link'

  constructor() {
    super()
    attachHover(this, () => readHover(this.properties, hoverDefaults))
    listenTap(this, () => this.emit('navigate', this.describe(), { bubbles: true }))
    pressOnKeys(this, ['Enter'])
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.tabIndex = 0
  }

  private describe(): NavigateDetail {
    const openType = this.textOf('open-type', 'navigate')
    return {
      target: this.textOf('target') === 'miniProgram' ? 'miniProgram' : 'self',
      openType: (openTypes.includes(openType) ? openType : 'navigate') as NavigateDetail['openType'],
      url: this.textOf('url'),
      delta: this.numberOf('delta', 1),
      appId: this.textOf('app-id'),
      path: this.textOf('path'),
      extraData: this.properties['extra-data'] ?? null,
      version: this.textOf('version', 'release'),
      shortLink: this.textOf('short-link'),
    }
  }
}
