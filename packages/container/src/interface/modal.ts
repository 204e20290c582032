import { css, html, nothing } from 'lit'
import { defineElement } from './define-element'
import { OverlayPanel } from './overlay-element'
import { sheetStyles } from './sheet.css'
import { controls } from './tokens.css'

export interface ModalContent {
  title: string
  content: string
  cancelText?: string
  confirmText: string
  /** CSS colours, checked. */
  cancelColor?: string
  confirmColor?: string
  editable?: boolean
  placeholder?: string
  /** A third way, under the two buttons, for the host's own words. */
  extraText?: string
}

export type ModalResult = { choice: 'confirm' | 'cancel' | 'extra'; content: string }

/** A question in the middle of the screen. */
export class Modal extends OverlayPanel {
  static override properties = { content: { attribute: false } }
  declare content: ModalContent
  onResult: (result: ModalResult) => void = () => {}

  constructor() {
    super()
    this.content = { title: '', content: '', confirmText: '' }
    this.addEventListener('cancel', () => this.#finish('cancel'))
  }

  static override styles = [
    controls,
    sheetStyles,
    css`
      .text {
        padding: 28px 24px 24px;
        overflow: auto;
        text-align: center;
        overscroll-behavior: contain;
      }
      h2 {
        margin: 0;
        font-size: 17px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      h2 + p,
      h2 + textarea {
        margin-top: 10px;
      }
      p {
        margin: 0;
        color: var(--sampan-ink-soft);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        user-select: text;
        -webkit-user-select: text;
      }
      p.alone {
        color: var(--sampan-ink);
      }
      textarea {
        display: block;
        width: 100%;
        min-height: 88px;
        padding: 10px 12px;
        font: inherit;
        color: inherit;
        background: var(--sampan-fill);
        border: 0;
        border-radius: var(--sampan-radius-small);
        resize: none;
      }
      textarea::placeholder {
        color: var(--sampan-ink-faint);
      }
      .buttons {
        display: flex;
        border-top: 0.5px solid var(--sampan-line);
      }
      .buttons.stacked {
        flex-direction: column-reverse;
      }
      .buttons button {
        flex: 1;
        min-width: 0;
        min-height: 54px;
        padding: 8px 12px;
        overflow-wrap: anywhere;
      }
      .buttons button + button {
        border-left: 0.5px solid var(--sampan-line);
      }
      .confirm {
        font-weight: 600;
        color: var(--sampan-primary);
      }
      button:active {
        background: var(--sampan-surface-press);
      }
      .extra {
        width: 100%;
        padding: 14px;
        font-size: 14px;
        color: var(--sampan-danger);
        border-top: 0.5px solid var(--sampan-line);
      }
    `,
  ]

  override render() {
    const { title, content, editable, extraText } = this.content
    return html`<div class="scrim"></div>
      <div
        class="dialog"
        role=${editable ? 'dialog' : 'alertdialog'}
        aria-modal="true"
        aria-labelledby=${title ? 'title' : 'content'}
        aria-describedby=${title && content && !editable ? 'content' : nothing}
      >
        <div class="text">
          ${title ? html`<h2 id="title">${title}</h2>` : nothing}
          ${
            editable
              ? this.#renderField(content)
              : content
                ? html`<p id="content" class=${title ? '' : 'alone'}>${content}</p>`
                : nothing
          }
        </div>
        ${this.#renderButtons()}
        ${
          extraText
            ? html`<button class="extra" @click=${() => this.#finish('extra')}>${extraText}</button>`
            : nothing
        }
      </div>`
  }

  #renderField(initial: string) {
    return html`<textarea
      id="content"
      autofocus
      aria-label=${this.content.placeholder ?? this.content.title}
      placeholder=${this.content.placeholder ?? ''}
      .value=${initial}
    ></textarea>`
  }

  #renderButtons() {
    const { cancelText, confirmText, cancelColor, confirmColor, editable } = this.content
    const color = (value: string | undefined) => (value ? `color:${value}` : nothing)
    return html`<div class="buttons">
      ${
        cancelText === undefined
          ? nothing
          : html`<button class="cancel" style=${color(cancelColor)} @click=${() => this.#finish('cancel')}>
              ${cancelText}
            </button>`
      }
      <button
        class="confirm"
        ?autofocus=${!editable}
        style=${color(confirmColor)}
        @click=${() => this.#finish('confirm')}
      >
        ${confirmText}
      </button>
    </div>`
  }

  #finish(choice: ModalResult['choice']): void {
    this.onResult({ choice, content: this.shadowRoot?.querySelector('textarea')?.value ?? '' })
  }
}

defineElement('sampan-modal', Modal)
