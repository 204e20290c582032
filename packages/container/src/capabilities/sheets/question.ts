import { html, nothing, type TemplateResult } from 'lit'
import type { CapabilityHost } from '../capability'
import { showSheet } from './sheet'

export interface Question {
  title: string
  /** Under the title: what for. */
  detail?: string
  /** Between text and buttons. */
  content?: TemplateResult
  /** Says that nothing real happens. */
  simulation?: string
  allow: string
  reject: string
}

/** Asks on behalf of the program, with its name. Leaving the sheet is a no. */
export function askUser(
  host: Pick<CapabilityHost, 'overlay' | 'manifest'>,
  question: Question,
): Promise<boolean> {
  return showSheet<boolean>(host.overlay, {
    label: question.title,
    layout: 'sheet',
    dismissed: false,
    render: ({ close }) => html`
      <p class="who">${host.manifest.name}</p>
      <h2>${question.title}</h2>
      ${question.detail ? html`<p class="note">${question.detail}</p>` : nothing}
      ${question.content ?? nothing}
      ${question.simulation ? html`<p class="simulation">${question.simulation}</p>` : nothing}
      <div class="actions">
        <button class="secondary" @click=${() => close(false)}>${question.reject}</button>
        <button class="primary" @click=${() => close(true)}>${question.allow}</button>
      </div>
    `,
  })
}
