import { LitElement, css, html } from 'lit'
import { CAPSULE } from './capsule-geometry'
import { defineElement } from './define-element'
import { closeTargetIcon, moreIcon } from './icons'
import { controls } from './tokens.css'

/** The menu button: always over the pages, always in the same place. Fires `menu` and `leave`. */
export class Capsule extends LitElement {
  static override properties = { textStyle: {}, labels: {}, expanded: { type: Boolean } }
  declare textStyle: 'black' | 'white'
  declare labels: { menu: string; close: string }
  declare expanded: boolean

  constructor() {
    super()
    this.textStyle = 'black'
    this.labels = { menu: '', close: '' }
    this.expanded = false
  }

  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        z-index: 1;
        right: calc(${CAPSULE.rightMargin}px + env(safe-area-inset-right, 0px));
        top: calc(var(--status-bar-height) + ${(CAPSULE.navigationBarHeight - CAPSULE.height) / 2}px);
      }
      div {
        display: flex;
        align-items: center;
        width: ${CAPSULE.width}px;
        height: ${CAPSULE.height}px;
        border-radius: 16px;
        border: 0.5px solid rgb(0 0 0 / 14%);
        background: rgb(255 255 255 / 72%);
        color: #101418;
        backdrop-filter: blur(12px);
        transition:
          background 0.2s,
          color 0.2s;
      }
      div.white {
        border-color: rgb(255 255 255 / 26%);
        background: rgb(0 0 0 / 26%);
        color: #ffffff;
      }
      button {
        display: grid;
        place-items: center;
        width: 43px;
        height: 32px;
        border-radius: 16px;
      }
      button:active {
        opacity: 0.5;
      }
      i {
        width: 0.5px;
        height: 18px;
        background: currentColor;
        opacity: 0.25;
      }
    `,
  ]

  override render() {
    return html`<div class=${this.textStyle} role="group">
      <button
        aria-label=${this.labels.menu}
        title=${this.labels.menu}
        aria-haspopup="dialog"
        aria-expanded=${this.expanded}
        @click=${() => this.dispatchEvent(new Event('menu'))}
      >
        ${moreIcon}
      </button>
      <i></i>
      <button
        aria-label=${this.labels.close}
        title=${this.labels.close}
        @click=${() => this.dispatchEvent(new Event('leave'))}
      >
        ${closeTargetIcon}
      </button>
    </div>`
  }
}

defineElement('sampan-capsule', Capsule)
