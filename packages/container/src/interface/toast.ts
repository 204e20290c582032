import { css, html, nothing } from 'lit'
import { defineElement } from './define-element'
import { errorIcon, successIcon } from './icons'
import { OverlayPanel } from './overlay-element'
import { controls } from './tokens.css'

export type ToastIcon = 'success' | 'error' | 'loading' | 'none'

/** A short message in the middle, or the sign that something is under way. With a mask nothing below can be tapped. */
export class Toast extends OverlayPanel {
  static override properties = { text: {}, icon: {}, image: {}, mask: { type: Boolean, reflect: true } }
  declare text: string
  declare icon: ToastIcon
  /** URL that takes the icon's place. */
  declare image: string | undefined
  declare mask: boolean

  constructor() {
    super()
    this.text = ''
    this.icon = 'none'
    this.image = undefined
    this.mask = false
  }

  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        pointer-events: none;
      }
      :host([mask]) {
        pointer-events: auto;
      }
      .toast {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 12px;
        max-width: min(280px, 76%);
        padding: 12px 20px;
        border-radius: 12px;
        background: var(--sampan-toast);
        color: var(--sampan-on-toast);
        font-size: 15px;
        line-height: 1.45;
        text-align: center;
        animation: pop calc(var(--sampan-duration) * 0.7) ease-out;
      }
      .toast.with-icon {
        min-width: 136px;
        min-height: 128px;
        padding: 20px 16px;
      }
      .text {
        overflow-wrap: anywhere;
        white-space: pre-line;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
        overflow: hidden;
      }
      .with-icon .text {
        -webkit-line-clamp: 2;
        max-width: 14em;
      }
      img {
        width: 44px;
        height: 44px;
        object-fit: contain;
      }
      .spinner {
        width: 36px;
        height: 36px;
        border-radius: 50%;
        border: 3px solid rgb(255 255 255 / 28%);
        border-top-color: #ffffff;
        animation: turn 0.9s linear infinite;
      }
      :host([leaving]) .toast {
        animation: fade-out calc(var(--sampan-duration) * 0.6) ease-in forwards;
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
      @keyframes pop {
        from {
          opacity: 0;
          transform: scale(0.92);
        }
      }
      @keyframes fade-out {
        to {
          opacity: 0;
        }
      }
    `,
  ]

  override render() {
    const picture = this.#renderPicture()
    return html`<div
      class="toast ${picture === nothing ? '' : 'with-icon'}"
      role="status"
      aria-live="assertive"
    >
      ${picture} ${this.text ? html`<div class="text">${this.text}</div>` : nothing}
    </div>`
  }

  #renderPicture() {
    if (this.image) return html`<img src=${this.image} alt="" />`
    switch (this.icon) {
      case 'success':
        return successIcon
      case 'error':
        return errorIcon
      case 'loading':
        return html`<span class="spinner"></span>`
      case 'none':
        return nothing
    }
  }
}

defineElement('sampan-toast', Toast)
