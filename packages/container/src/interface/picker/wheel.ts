import { LitElement, css, html } from 'lit'
import { defineElement } from '../define-element'
import { controls } from '../tokens.css'

const ITEM_PX = 44
const SETTLE_MS = 90

/**
 * One column of a picker: a list that snaps, with the chosen line in the middle. It scrolls natively; arrow keys,
 * Page and Home/End work as on a spin button. Fires `change` with the index as detail when it comes to rest.
 */
export class Wheel extends LitElement {
  static override properties = { items: { attribute: false }, index: { type: Number }, label: {} }
  declare items: readonly string[]
  declare index: number
  declare label: string
  #settleTimer: ReturnType<typeof setTimeout> | undefined
  /** Index while a scroll that we started ourselves is under way. */
  #target: number | undefined

  constructor() {
    super()
    this.items = []
    this.index = 0
    this.label = ''
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        position: relative;
        flex: 1;
        min-width: 0;
        height: ${5 * ITEM_PX}px;
      }
      .list {
        height: 100%;
        overflow-y: scroll;
        scrollbar-width: none;
        scroll-snap-type: y mandatory;
        overscroll-behavior: contain;
        padding: ${2 * ITEM_PX}px 0;
        mask-image: linear-gradient(transparent, #000 42%, #000 58%, transparent);
      }
      .list::-webkit-scrollbar {
        display: none;
      }
      .item {
        display: grid;
        place-items: center;
        height: ${ITEM_PX}px;
        padding: 0 6px;
        scroll-snap-align: center;
        cursor: pointer;
      }
      .item span {
        max-width: 100%;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .chosen {
        font-weight: 600;
      }
    `,
  ]

  override render() {
    return html`<div
      class="list"
      role="spinbutton"
      tabindex="0"
      ?autofocus=${this.hasAttribute('autofocus')}
      aria-label=${this.label}
      aria-valuemin="0"
      aria-valuemax=${Math.max(0, this.items.length - 1)}
      aria-valuenow=${this.index}
      aria-valuetext=${this.items[this.index] ?? ''}
      @scroll=${this.#onScroll}
      @keydown=${this.#onKey}
    >
      ${this.items.map(
        (item, index) =>
          html`<div class="item ${index === this.index ? 'chosen' : ''}" @click=${() => this.#moveTo(index)}>
            <span>${item}</span>
          </div>`,
      )}
    </div>`
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const list = this.#list
    if (!list || !(changed.has('items') || changed.has('index'))) return
    const top = this.index * ITEM_PX
    if (this.#target === undefined && Math.abs(list.scrollTop - top) > 1) list.scrollTop = top
  }

  get #list(): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>('.list') ?? null
  }

  #moveTo(index: number): void {
    const next = Math.min(Math.max(index, 0), this.items.length - 1)
    this.#target = next
    this.#choose(next)
    const smooth = getComputedStyle(this).getPropertyValue('--sampan-duration').trim() !== '0ms'
    this.#list?.scrollTo({ top: next * ITEM_PX, behavior: smooth ? 'smooth' : 'instant' })
    this.#settle()
  }

  #choose(index: number): void {
    if (index === this.index) return
    this.index = index
    this.dispatchEvent(new CustomEvent('change', { detail: index }))
  }

  readonly #onScroll = (): void => this.#settle()

  #settle(): void {
    clearTimeout(this.#settleTimer)
    this.#settleTimer = setTimeout(() => {
      this.#target = undefined
      const list = this.#list
      if (!list || this.items.length === 0) return
      this.#choose(Math.min(Math.max(Math.round(list.scrollTop / ITEM_PX), 0), this.items.length - 1))
    }, SETTLE_MS)
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const last = this.items.length - 1
    const next: Record<string, number> = {
      ArrowUp: this.index - 1,
      ArrowDown: this.index + 1,
      PageUp: this.index - 5,
      PageDown: this.index + 5,
      Home: 0,
      End: last,
    }
    const index = next[event.key]
    if (index === undefined) return
    event.preventDefault()
    this.#moveTo(index)
  }
}

defineElement('sampan-wheel', Wheel)
