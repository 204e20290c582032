import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow } from '../styling/sheets'
import { stageMarkup, stageSheet } from './stage'

/** Tags that show something of WeChat's own services, and what keeps them empty here. */
const ABSENT: Record<string, string> = {
  'voip-room': 'no room: there is no call service',
  'channel-video': 'no channel: there is no video service',
  'channel-live': 'no channel: there is no live service',
}

/** An empty stage that says so once with its documented `error` event. */
class AbsentServiceElement extends ScheduledElement {
  private told = false

  constructor() {
    super()
    attachShadow(this, stageSheet, stageMarkup)
  }

  connectedCallback(): void {
    this.schedule()
  }

  protected update(): void {
    if (this.told || !this.isConnected) return
    this.told = true
    const tag = this.localName.slice(3)
    this.emit('error', { errMsg: `${tag}:fail ${ABSENT[tag] ?? 'not supported'}` })
  }
}

export const absentServiceElements = {
  define(): void {
    for (const tag of Object.keys(ABSENT))
      customElements.define(`wx-${tag}`, class extends AbsentServiceElement {})
  },
}
