import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'

const markup = createMarkup('<div class="list"><slot></slot></div>')
const sheet = createSheet(`
:host { display: block; }
:host([hidden]) { display: none; }
.list { box-sizing: border-box; width: 100%; }
`)

/** `list-view`: a block with `padding` (top, right, bottom, left in px). */
export class ListViewElement extends ScheduledElement {
  private readonly list: HTMLElement

  static define(): void {
    customElements.define('wx-list-view', ListViewElement)
  }

  constructor() {
    super()
    this.list = attachShadow(this, sheet, markup).querySelector<HTMLElement>('.list')!
  }

  protected update(): void {
    this.list.style.padding = paddingOf(this.properties.padding)
  }
}

export function paddingOf(value: unknown): string {
  return Array.isArray(value) ? value.map((side) => `${Number(side) || 0}px`).join(' ') : ''
}
