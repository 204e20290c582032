import { html, nothing } from 'lit'
import type { CapabilityHost } from '../capability'
import { showSheet } from './sheet'

export interface FormField {
  name: string
  label: string
  kind?: 'text' | 'tel'
  required?: boolean
  maxLength?: number
}

/** A form of plain text fields. Undefined if the user leaves it. */
export function askForm<Name extends string>(
  host: Pick<CapabilityHost, 'overlay' | 'text'>,
  title: string,
  fields: readonly (FormField & { name: Name })[],
  initial: Partial<Record<Name, string>> = {},
): Promise<Record<Name, string> | undefined> {
  const values = Object.fromEntries(fields.map(({ name }) => [name, initial[name] ?? ''])) as Record<
    Name,
    string
  >
  const complete = () => fields.every(({ name, required }) => !required || values[name].trim() !== '')
  return showSheet<Record<Name, string> | undefined>(host.overlay, {
    label: title,
    layout: 'sheet',
    dismissed: undefined,
    render: ({ close, update }) => html`
      <h1>${title}</h1>
      <div class="rows">
        ${fields.map(
          ({ name, label, kind, maxLength, required }) =>
            html`<label class="field"
              ><span>${label}${required ? html`<span aria-hidden="true"> *</span>` : nothing}</span>
              <input
                type=${kind ?? 'text'}
                name=${name}
                maxlength=${maxLength ?? 100}
                .value=${values[name]}
                ?required=${required}
                @input=${(event: InputEvent) => {
                  values[name] = (event.target as HTMLInputElement).value
                  update()
                }}
              />
            </label>`,
        )}
      </div>
      <div class="actions">
        <button class="secondary" @click=${() => close(undefined)}>${host.text('cancel')}</button>
        <button class="primary" ?disabled=${!complete()} @click=${() => close({ ...values })}>
          ${host.text('confirm')}
        </button>
      </div>
    `,
  })
}
