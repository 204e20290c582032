import { html } from 'lit'
import { closeIcon } from '../sheets/sheet-icons'
import type { CapabilityHost } from '../capability'
import { showSheet } from '../sheets/sheet'
import { ASKED_SCOPES, permissionsOf } from './permissions'

/** Full-screen list of what the program was granted or refused, with a switch for each. */
export async function showSettingScreen(host: CapabilityHost): Promise<void> {
  const permissions = permissionsOf(host)
  const decisions = await permissions.decisions()
  const scopes = ASKED_SCOPES.filter((scope) => scope in decisions)
  await showSheet<void>(host.overlay, {
    label: host.text('setting.title'),
    layout: 'full',
    dismissed: undefined,
    render: ({ close }) => html`
      <div class="bar">
        <button aria-label=${host.text('close')} @click=${() => close()}>${closeIcon}</button>
        <h1>${host.text('setting.title')}</h1>
      </div>
      <p class="note">
        ${host.text(scopes.length > 0 ? 'setting.allow' : 'setting.none', { name: host.manifest.name })}
      </p>
      <div class="rows">
        ${scopes.map(
          (scope) =>
            html`<label class="row">
              <span>${host.text(`setting.${scope}`)}</span>
              <input
                type="checkbox"
                role="switch"
                name=${scope}
                .checked=${decisions[scope] === true}
                @change=${(event: Event) =>
                  void permissions.decide(scope, (event.target as HTMLInputElement).checked)}
              />
            </label>`,
        )}
      </div>
    `,
  })
}

export { settingTexts as texts } from './texts'
