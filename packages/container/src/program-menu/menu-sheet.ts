import { type SVGTemplateResult, css, html, nothing } from 'lit'
import { defineElement } from '../interface/define-element'
import { OverlayPanel } from '../interface/overlay-element'
import { type ProgramIdentity, programIcon } from '../interface/program-icon'
import { sheetStyles } from '../interface/sheet.css'
import { controls } from '../interface/tokens.css'

export interface MenuItem {
  id: string
  label: string
  icon: SVGTemplateResult
}

export interface MenuContent {
  identity: ProgramIdentity
  /** Under the name. */
  note?: string
  items: readonly MenuItem[]
  cancelText: string
}

/** What the menu button opens: the program's name, and what one can do with it. */
export class MenuSheet extends OverlayPanel {
  static override properties = { content: { attribute: false } }
  declare content: MenuContent
  onResult: (id: string | undefined) => void = () => {}

  constructor() {
    super()
    this.content = { identity: { name: '' }, items: [], cancelText: '' }
    this.addEventListener('cancel', () => this.onResult(undefined))
  }

  static override styles = [
    controls,
    sheetStyles,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 18px 20px 14px;
      }
      .names {
        min-width: 0;
      }
      h2 {
        margin: 0;
        font-size: 17px;
        font-weight: 600;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .note {
        font-size: 13px;
        color: var(--sampan-ink-soft);
      }
      .items {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(64px, 1fr));
        gap: 4px;
        padding: 4px 12px 16px;
        overflow: auto;
      }
      .items button {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 8px;
        padding: 10px 2px;
        border-radius: var(--sampan-radius-small);
        font-size: 12px;
        line-height: 16px;
        color: var(--sampan-ink-soft);
      }
      .items span {
        display: grid;
        place-items: center;
        width: 52px;
        height: 52px;
        border-radius: 16px;
        background: var(--sampan-fill);
        color: var(--sampan-ink);
      }
      .items button:active span {
        background: var(--sampan-surface-press);
      }
      .cancel {
        min-height: 56px;
        border-top: 8px solid var(--sampan-fill);
        box-sizing: content-box;
      }
    `,
  ]

  override render() {
    const { identity, note, items, cancelText } = this.content
    return html`<div class="scrim" @click=${() => this.onResult(undefined)}></div>
      <div class="sheet" role="dialog" aria-modal="true" aria-labelledby="name">
        <header>
          ${programIcon(identity, 40)}
          <div class="names">
            <h2 id="name">${identity.name}</h2>
            ${note ? html`<div class="note">${note}</div>` : nothing}
          </div>
        </header>
        <div class="items">
          ${items.map(
            ({ id, label, icon }) =>
              html`<button @click=${() => this.onResult(id)}><span>${icon}</span>${label}</button>`,
          )}
        </div>
        <button class="cancel" @click=${() => this.onResult(undefined)}>${cancelText}</button>
      </div>`
  }
}

defineElement('sampan-menu-sheet', MenuSheet)
