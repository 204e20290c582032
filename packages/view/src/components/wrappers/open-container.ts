import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'

const markup = createMarkup('<div class="card"><slot></slot></div>')
const sheet = createSheet(`
:host { display: block; }
:host([hidden]) { display: none; }
.card { width: 100%; height: 100%; overflow: hidden; }
`)

/** The closed look of an open-container. The page that its tap opens comes with the page's own transition. */
export class OpenContainerElement extends ScheduledElement {
  private readonly card: HTMLElement

  static define(): void {
    customElements.define('wx-open-container', OpenContainerElement)
  }

  constructor() {
    super()
    this.card = attachShadow(this, sheet, markup).querySelector<HTMLElement>('.card')!
  }

  connectedCallback(): void {
    this.schedule()
  }

  protected update(): void {
    const { style } = this.card
    const elevation = this.numberOf('closed-elevation', 0)
    style.background = this.textOf('closed-color', 'white')
    style.borderRadius = `${this.numberOf('closed-border-radius', 0)}px`
    style.boxShadow = elevation > 0 ? `0 ${elevation}px ${elevation * 2}px rgba(0, 0, 0, 0.2)` : ''
  }
}
