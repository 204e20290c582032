import { LitElement, css, html, nothing, svg } from 'lit'
import { defineElement } from '../define-element'
import { controls } from '../tokens.css'
import type { Problem } from './problem'

/** Sampan's mark: a hull as one curve, higher at the bow, with a low arched awning over it. */
const markIcon = svg`<svg width="40" height="40" viewBox="0 0 48 48" fill="currentColor" aria-hidden="true">
  <path d="M1.5 22.5C8 27.5 15.5 29 24 29c9.5 0 17-2 22.5-8.5C45.5 32 38.5 38 30 38H17C9 38 3.5 32.5 1.5 22.5z"/>
  <path d="M10 23.8c1-5.2 5.6-7.8 12.8-7.8 7.3 0 12 2.7 13.3 8.1-3.8 1.3-8 1.9-12.3 1.9-4.9 0-9.6-.7-13.8-2.200z"/></svg>`

/** A whole screen that says what went wrong and offers a way on. */
export class ProblemScreen extends LitElement {
  static override properties = { problem: { attribute: false } }
  declare problem: Problem & { title: string; text: string }

  constructor() {
    super()
    this.problem = { kind: 'failed.load', title: '', text: '', detail: '', actions: [] }
  }

  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 12px;
        padding: 22vh 32px calc(32px + var(--bottom-inset, 0px));
        overflow: auto;
        background: var(--sampan-paper);
        color: var(--sampan-ink);
        text-align: center;
      }
      .mark {
        color: var(--sampan-ink-faint);
        opacity: 0.75;
      }
      .mark svg {
        width: 64px;
        height: 64px;
      }
      h1 {
        margin: 8px 0 0;
        font-size: 20px;
        font-weight: 600;
      }
      p {
        margin: 0;
        max-width: 26em;
        font-size: 15px;
        color: var(--sampan-ink-soft);
      }
      pre {
        margin: 4px 0 0;
        max-width: min(100%, 36em);
        padding: 10px 12px;
        border-radius: var(--sampan-radius-small);
        background: var(--sampan-fill);
        color: var(--sampan-ink-soft);
        font:
          12px/1.5 ui-monospace,
          Menlo,
          Consolas,
          monospace;
        text-align: left;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-height: 30vh;
        overflow: auto;
        user-select: text;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 12px;
        margin-top: 16px;
      }
      button {
        min-width: 128px;
        min-height: 44px;
        padding: 0 20px;
        border-radius: 22px;
        background: var(--sampan-fill);
        font-size: 16px;
      }
      button:first-child {
        background: var(--sampan-primary);
        color: var(--sampan-on-primary);
      }
      button:active {
        opacity: 0.8;
      }
    `,
  ]

  override render() {
    const { title, text, detail, actions } = this.problem
    return html`<span class="mark">${markIcon}</span>
      <h1 role="alert">${title}</h1>
      <p>${text}</p>
      ${detail ? html`<pre>${detail}</pre>` : nothing}
      <div class="actions">
        ${actions.map(({ label, run }) => html`<button @click=${run}>${label}</button>`)}
      </div>`
  }
}

defineElement('sampan-problem-screen', ProblemScreen)

export { problemTexts as texts } from './texts'
