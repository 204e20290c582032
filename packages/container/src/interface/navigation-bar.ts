import { LitElement, css, html, nothing } from 'lit'
import { defineElement } from './define-element'
import { backIcon, homeIcon } from './icons'
import { controls } from './tokens.css'

/**
 * Status bar area and title bar of one page. Fires `back` and `home`. Colours are the program's, so contrast is the
 * program's affair: text is black or white as it says.
 */
export class NavigationBar extends LitElement {
  static override properties = {
    titleText: {},
    background: {},
    textStyle: {},
    loading: { type: Boolean },
    button: {},
    labels: {},
    animation: {},
  }
  declare titleText: string
  declare background: string
  declare textStyle: 'black' | 'white'
  declare loading: boolean
  declare button: 'none' | 'back' | 'home'
  declare labels: { back: string; home: string; loading: string }
  /** CSS time and easing of the next change of colours, for example `400ms ease-in`. */
  declare animation: string

  constructor() {
    super()
    this.titleText = ''
    this.background = '#ffffff'
    this.textStyle = 'black'
    this.loading = false
    this.button = 'none'
    this.labels = { back: '', home: '', loading: '' }
    this.animation = '0s'
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        flex: none;
        position: relative;
        z-index: 1;
      }
      header {
        padding-top: var(--status-bar-height);
        padding-left: env(safe-area-inset-left, 0px);
        padding-right: env(safe-area-inset-right, 0px);
      }
      .bar {
        position: relative;
        display: grid;
        grid-template-columns: 101px minmax(0, 1fr) 101px;
        align-items: center;
        height: 44px;
      }
      .start {
        display: flex;
      }
      button {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        border-radius: 22px;
      }
      button.home {
        margin: 6px 8px;
        width: 32px;
        height: 32px;
        border: 0.5px solid rgb(128 128 128 / 40%);
      }
      button:active {
        opacity: 0.5;
      }
      .middle {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        min-width: 0;
      }
      h1 {
        margin: 0;
        font-size: 17px;
        font-weight: 600;
        line-height: 24px;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .spinner {
        flex: none;
        width: 16px;
        height: 16px;
        border-radius: 50%;
        border: 2px solid currentColor;
        border-right-color: transparent;
        opacity: 0.7;
        animation: turn 0.9s linear infinite;
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
    `,
  ]

  override render() {
    const color = this.textStyle === 'white' ? '#ffffff' : '#000000'
    return html`<header
      style="background:${this.background};color:${color};transition:background ${this.animation},color ${
        this.animation
      }"
    >
      <div class="bar">
        <div class="start">${this.renderButton()}</div>
        <div class="middle">
          ${
            this.loading
              ? html`<span class="spinner" role="status" aria-label=${this.labels.loading}></span>`
              : nothing
          }
          <h1 title=${this.titleText}>${this.titleText}</h1>
        </div>
      </div>
    </header>`
  }

  private renderButton() {
    if (this.button === 'none') return nothing
    const label = this.button === 'back' ? this.labels.back : this.labels.home
    return html`<button
      class=${this.button}
      aria-label=${label}
      title=${label}
      @click=${() => this.dispatchEvent(new Event(this.button))}
    >
      ${this.button === 'back' ? backIcon : homeIcon}
    </button>`
  }
}

defineElement('sampan-navigation-bar', NavigationBar)
