import { html } from 'lit'
import * as v from 'valibot'
import { closeIcon } from '../sheets/sheet-icons'
import { type Capability, type CapabilityHost, method } from '../capability'
import { notesOf } from '../host-notes'
import { askUser } from '../sheets/question'
import { settingTexts } from '../setting/texts'
import { showSheet } from '../sheets/sheet'
import { privacyTexts } from './texts'

const NOTE = 'privacyAgreed'

/**
 * The user's consent to the program's privacy guidelines. The runtime asks before a privacy API runs, and lets the
 * program show its own dialog if it wants to.
 */
function createPrivacy(host: CapabilityHost): Capability {
  const notes = notesOf(host)
  const contractName = () => host.text('privacy.contract', { name: host.manifest.name })

  async function isAgreed(): Promise<boolean> {
    return !host.manifest.app.usePrivacyCheck || (await notes.get(NOTE)) === true
  }

  async function ask(): Promise<{ agreed: boolean }> {
    if (await isAgreed()) return { agreed: true }
    const agreed = await askUser(host, {
      title: host.text('privacy.title'),
      detail: host.text('privacy.question', { contract: contractName() }),
      allow: host.text('privacy.agree'),
      reject: host.text('privacy.disagree'),
    })
    if (agreed) await notes.set(NOTE, true)
    return { agreed }
  }

  return {
    methods: {
      getPrivacySetting: method(v.object({}), async () => ({
        needAuthorization: !(await isAgreed()),
        privacyContractName: contractName(),
      })),
      askPrivacy: method(v.object({}), ask),
      agreePrivacy: method(v.object({}), () => notes.set(NOTE, true)),
      openPrivacyContract: method(v.object({}), () => showContract(host, contractName())),
    },
  }
}

/** What the program declared it needs location and the like for; longer guidelines come from the platform. */
async function showContract(host: CapabilityHost, title: string): Promise<void> {
  const purposes = Object.entries(host.manifest.app.permission).map(([scope, { desc }]) => ({
    name: host.text(`setting.${scope}`),
    desc,
  }))
  void showSheet<void>(host.overlay, {
    label: title,
    layout: 'full',
    dismissed: undefined,
    render: ({ close }) => html`
      <div class="bar">
        <button aria-label=${host.text('close')} @click=${() => close()}>${closeIcon}</button>
        <h1>${title}</h1>
      </div>
      <div class="fill">
        <p>${host.text('privacy.intro', { name: host.manifest.name })}</p>
        <div class="rows">
          ${purposes.map(
            ({ name, desc }) =>
              html`<div class="row">
                <span>${name}<small>${desc}</small></span>
              </div>`,
          )}
        </div>
      </div>
    `,
  })
}

export { createPrivacy as create }
/** What a scope is called stands in the table of permissions. */
export const texts = { ...settingTexts, ...privacyTexts }
