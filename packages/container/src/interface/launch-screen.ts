import { css, html } from 'lit'
import { defineElement } from './define-element'
import { OverlayPanel } from './overlay-element'
import { type ProgramIdentity, programIcon } from './program-icon'

/** Icon and name while a program starts. */
export class LaunchScreen extends OverlayPanel {
  static override properties = { identity: { attribute: false }, label: {} }
  declare identity: ProgramIdentity
  declare label: string

  constructor() {
    super()
    this.identity = { name: '' }
    this.label = ''
  }

  static override styles = css`
    :host {
      position: absolute;
      inset: 0;
      display: flex;
      flex-direction: column;
      align-items: center;
      padding: 30vh 32px 0;
      gap: 18px;
      background: var(--sampan-paper);
      color: var(--sampan-ink);
      text-align: center;
    }
    h1 {
      margin: 0;
      font-size: 19px;
      font-weight: 600;
      min-height: 27px;
      overflow-wrap: anywhere;
    }
    .track {
      position: relative;
      width: 72px;
      height: 3px;
      margin-top: 6px;
      border-radius: 2px;
      overflow: hidden;
      background: var(--sampan-line);
    }
    .track::after {
      content: '';
      position: absolute;
      inset: 0 60% 0 0;
      border-radius: 2px;
      background: var(--sampan-primary);
      animation: drift 1.1s ease-in-out infinite alternate;
    }
    @keyframes drift {
      to {
        transform: translateX(150%);
      }
    }
    :host([leaving]) {
      pointer-events: none;
      opacity: 0;
      transition: opacity calc(var(--sampan-duration) * 0.7) ease-out;
    }
  `

  override render() {
    return html`${programIcon(this.identity, 64)}
      <h1>${this.identity.name}</h1>
      <div class="track" role="progressbar" aria-label=${this.label}></div>`
  }
}

defineElement('sampan-launch-screen', LaunchScreen)
