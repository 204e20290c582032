import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { HostStyle } from '../styling/host-style'
import { paddingOf } from '../wrappers/list-view'

const markup = createMarkup('<slot></slot>')
const sheet = createSheet(`
:host { display: block; }
:host([hidden]) { display: none; }
:host([sp-loose]) { display: contents; }
`)

/** Its header is pushed away by the next section's; with `push-pinned-header` off it stays and is covered. */
export class StickySectionElement extends ScheduledElement {
  private readonly hostStyle: HostStyle

  static define(): void {
    customElements.define('wx-sticky-section', StickySectionElement)
  }

  constructor() {
    super()
    this.hostStyle = new HostStyle(attachShadow(this, sheet, markup))
  }

  protected update(): void {
    this.toggleAttribute('sp-loose', !this.flag('push-pinned-header', true))
    this.hostStyle.set('padding', paddingOf(this.properties.padding))
  }
}
