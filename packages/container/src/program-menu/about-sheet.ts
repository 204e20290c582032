import { css, html } from 'lit'
import { defineElement } from '../interface/define-element'
import { OverlayPanel } from '../interface/overlay-element'
import { type ProgramIdentity, programIcon } from '../interface/program-icon'
import { sheetStyles } from '../interface/sheet.css'
import { controls } from '../interface/tokens.css'

export interface AboutContent {
  identity: ProgramIdentity
  facts: readonly { label: string; value: string }[]
  closeText: string
}

/** What is known about the program. */
export class AboutSheet extends OverlayPanel {
  static override properties = { content: { attribute: false } }
  declare content: AboutContent
  onResult: (result: undefined) => void = () => {}

  constructor() {
    super()
    this.content = { identity: { name: '' }, facts: [], closeText: '' }
    this.addEventListener('cancel', () => this.onResult(undefined))
  }

  static override styles = [
    controls,
    sheetStyles,
    css`
      header {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 12px;
        padding: 28px 24px 12px;
      }
      h2 {
        margin: 0;
        font-size: 19px;
        overflow-wrap: anywhere;
        text-align: center;
      }
      dl {
        margin: 0;
        padding: 8px 24px 16px;
        overflow: auto;
        font-size: 15px;
      }
      dl div {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 2px 16px;
        padding: 12px 0;
        border-top: 0.5px solid var(--sampan-line);
      }
      dt {
        color: var(--sampan-ink-soft);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
        user-select: text;
        -webkit-user-select: text;
        font-variant-numeric: tabular-nums;
      }
      button {
        min-height: 56px;
        border-top: 8px solid var(--sampan-fill);
        box-sizing: content-box;
      }
    `,
  ]

  override render() {
    const { identity, facts, closeText } = this.content
    return html`<div class="scrim" @click=${() => this.onResult(undefined)}></div>
      <div class="sheet" role="dialog" aria-modal="true" aria-labelledby="name">
        <header>
          ${programIcon(identity, 60)}
          <h2 id="name">${identity.name}</h2>
        </header>
        <dl>
          ${facts.map(
            ({ label, value }) =>
              html`<div>
                <dt>${label}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
        </dl>
        <button @click=${() => this.onResult(undefined)}>${closeText}</button>
      </div>`
  }
}

defineElement('sampan-about-sheet', AboutSheet)
