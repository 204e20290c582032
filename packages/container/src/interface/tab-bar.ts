import { LitElement, css, html, nothing } from 'lit'
import { defineElement } from './define-element'
import { controls } from './tokens.css'

export interface TabItem {
  text: string
  /** URLs. */
  icon?: string | undefined
  selectedIcon?: string | undefined
  badge?: string | undefined
  redDot?: boolean
}

export interface TabBarLook {
  color: string
  selectedColor: string
  backgroundColor: string
  borderColor: string
  position: 'bottom' | 'top'
}

/** The program's tabs. Fires `select` with the index as detail. Hidden by the attribute `away`. */
export class TabBar extends LitElement {
  static override properties = {
    items: { attribute: false },
    look: { attribute: false },
    selected: { type: Number },
    position: { reflect: true },
    label: {},
  }
  declare items: readonly TabItem[]
  declare look: TabBarLook
  declare selected: number
  declare position: 'bottom' | 'top'
  declare label: string

  constructor() {
    super()
    this.items = []
    this.look = {
      color: '#7a7e83',
      selectedColor: '#0f8b6d',
      backgroundColor: '#ffffff',
      borderColor: 'rgb(0 0 0 / 12%)',
      position: 'bottom',
    }
    this.selected = 0
    this.position = 'bottom'
    this.label = ''
  }

  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        left: 0;
        right: 0;
        z-index: 5;
        transition:
          transform var(--sampan-duration) var(--sampan-easing),
          visibility var(--sampan-duration);
      }
      :host([position='bottom']) {
        bottom: 0;
      }
      :host([position='top']) {
        top: calc(var(--status-bar-height) + 44px);
      }
      :host([away]) {
        visibility: hidden;
      }
      :host([away][position='bottom']) {
        transform: translateY(100%);
      }
      :host([away][position='top']) {
        transform: translateY(-100%);
      }
      :host([still]) {
        transition: none;
      }
      nav {
        display: flex;
        height: 50px;
        box-sizing: content-box;
      }
      :host([position='bottom']) nav {
        padding-bottom: var(--bottom-inset, 0px);
      }
      button {
        position: relative;
        flex: 1;
        min-width: 0;
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 2px;
        padding: 0 4px;
      }
      .icon {
        position: relative;
        width: 27px;
        height: 27px;
      }
      img {
        display: block;
        width: 27px;
        height: 27px;
        object-fit: contain;
      }
      .text {
        position: relative;
        max-width: 100%;
        font-size: 10px;
        line-height: 14px;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .text.alone {
        font-size: 15px;
        line-height: 22px;
      }
      :host([position='top']) button[aria-selected='true']::after {
        content: '';
        position: absolute;
        inset: auto 0 0;
        height: 2px;
        background: currentColor;
      }
      .mark {
        position: absolute;
        z-index: 1;
        left: calc(50% + 8px);
        top: 3px;
        min-width: 18px;
        height: 18px;
        padding: 0 5px;
        border-radius: 9px;
        background: var(--sampan-badge);
        color: #ffffff;
        font-size: 11px;
        line-height: 18px;
        text-align: center;
      }
      .mark.dot {
        left: calc(50% + 11px);
        top: 6px;
        min-width: 8px;
        width: 8px;
        height: 8px;
        padding: 0;
      }
    `,
  ]

  override render() {
    const { backgroundColor, borderColor } = this.look
    const side = this.position === 'bottom' ? 'top' : 'bottom'
    return html`<nav
      role="tablist"
      aria-label=${this.label}
      style="background:${backgroundColor};border-${side}:0.5px solid ${borderColor}"
      @keydown=${this.#onKey}
    >
      ${this.items.map((item, index) => this.#renderItem(item, index))}
    </nav>`
  }

  #renderItem(item: TabItem, index: number) {
    const isSelected = index === this.selected
    const icon = this.position === 'top' ? undefined : (isSelected && item.selectedIcon) || item.icon
    return html`<button
      role="tab"
      aria-selected=${isSelected}
      tabindex=${isSelected || this.selected < 0 ? 0 : -1}
      style="color:${isSelected ? this.look.selectedColor : this.look.color}"
      @click=${() => this.#select(index)}
    >
      ${icon ? html`<span class="icon"><img src=${icon} alt="" draggable="false" /></span>` : nothing}
      ${item.text ? html`<span class="text ${icon ? '' : 'alone'}">${item.text}</span>` : nothing}
      ${
        item.badge !== undefined
          ? html`<span class="mark">${item.badge}</span>`
          : item.redDot
            ? html`<span class="mark dot"></span>`
            : nothing
      }
    </button>`
  }

  #select(index: number): void {
    this.dispatchEvent(new CustomEvent('select', { detail: index }))
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const tabs = Array.from(this.shadowRoot?.querySelectorAll('button') ?? [])
    const current = tabs.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement)
    tabs[(current + step + tabs.length) % tabs.length]?.focus()
  }
}

defineElement('sampan-tab-bar', TabBar)
