import { html, nothing } from 'lit'
import type { CapabilityHost } from '../capability'
import { showSheet } from './sheet'

export interface Choice<Value> {
  value: Value
  text: string
  detail?: string
}

/** A list to choose from. Undefined if the user leaves it. */
export function chooseOne<Value>(
  host: Pick<CapabilityHost, 'overlay' | 'text'>,
  title: string,
  choices: readonly Choice<Value>[],
): Promise<Value | undefined> {
  return showSheet<Value | undefined>(host.overlay, {
    label: title,
    layout: 'sheet',
    dismissed: undefined,
    render: ({ close }) => html`
      <h1>${title}</h1>
      <div class="rows">
        ${choices.map(
          ({ value, text, detail }) =>
            html`<button class="row" @click=${() => close(value)}>
              <span>${text}${detail ? html`<small>${detail}</small>` : nothing}</span>
            </button>`,
        )}
      </div>
      <div class="actions">
        <button class="secondary" @click=${() => close(undefined)}>${host.text('cancel')}</button>
      </div>
    `,
  })
}
