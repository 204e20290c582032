import { css, html, nothing } from 'lit'
import { defineElement } from './define-element'
import { OverlayPanel } from './overlay-element'
import { sheetStyles } from './sheet.css'
import { controls } from './tokens.css'

export interface ActionSheetContent {
  alertText: string
  items: readonly string[]
  /** CSS colour, checked. */
  itemColor?: string
  cancelText: string
}

/** A list of actions from below. Arrow keys move between them. */
export class ActionSheet extends OverlayPanel {
  static override properties = { content: { attribute: false } }
  declare content: ActionSheetContent
  /** Index of the item, or -1 if the user leaves. */
  onResult: (index: number) => void = () => {}

  constructor() {
    super()
    this.content = { alertText: '', items: [], cancelText: '' }
    this.addEventListener('cancel', () => this.onResult(-1))
    this.addEventListener('keydown', (event) => this.#moveFocus(event))
  }

  static override styles = [
    controls,
    sheetStyles,
    css`
      p {
        margin: 0;
        padding: 16px 24px;
        font-size: 13px;
        color: var(--sampan-ink-soft);
        text-align: center;
        overflow-wrap: anywhere;
        border-bottom: 0.5px solid var(--sampan-line);
      }
      .items {
        overflow: auto;
        overscroll-behavior: contain;
      }
      button {
        display: block;
        width: 100%;
        min-height: 56px;
        padding: 12px 24px;
        text-align: center;
        overflow-wrap: anywhere;
      }
      .items button + button {
        border-top: 0.5px solid var(--sampan-line);
      }
      button:active {
        background: var(--sampan-surface-press);
      }
      .cancel {
        flex: none;
        border-top: 8px solid var(--sampan-fill);
      }
    `,
  ]

  override render() {
    const { alertText, items, itemColor, cancelText } = this.content
    return html`<div class="scrim" @click=${() => this.onResult(-1)}></div>
      <div class="sheet" role="dialog" aria-modal="true" aria-label=${alertText || items.join(', ')}>
        ${alertText ? html`<p>${alertText}</p>` : nothing}
        <div class="items">
          ${items.map(
            (item, index) =>
              html`<button
                style=${itemColor ? `color:${itemColor}` : nothing}
                @click=${() => this.onResult(index)}
              >
                ${item}
              </button>`,
          )}
        </div>
        <button class="cancel" @click=${() => this.onResult(-1)}>${cancelText}</button>
      </div>`
  }

  #moveFocus(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = Array.from(this.shadowRoot?.querySelectorAll('button') ?? [])
    const current = buttons.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement)
    buttons[(current + step + buttons.length) % buttons.length]?.focus()
  }
}

defineElement('sampan-action-sheet', ActionSheet)
