import { html, nothing } from 'lit'
import * as v from 'valibot'
import { closeIcon } from '../sheets/sheet-icons'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { showSheet } from '../sheets/sheet'

const MAX_FEEDBACK_LENGTH = 1000

/**
 * Conversations with the program's operator. No such service is connected yet: the sheets say so. A program learns
 * what it learns from a user who says nothing, or who sends the card that it offered.
 */
function createCustomerService(host: CapabilityHost): Capability {
  return {
    methods: {
      openCustomerService: method(
        v.object({
          sessionFrom: v.optional(v.string()),
          title: v.optional(v.string()),
          path: v.optional(v.string()),
          showMessageCard: v.optional(v.boolean()),
        }),
        async ({ title, path, showMessageCard }) => {
          const sent = await showConversation(host, showMessageCard ? title || host.manifest.name : undefined)
          return sent ? parsePath(path ?? '') : { path: '', query: {} }
        },
      ),
      openCustomerServiceChat: method(
        v.object({
          extInfo: v.object({ url: v.string() }),
          corpId: v.string(),
          showMessageCard: v.optional(v.boolean()),
          sendMessageTitle: v.optional(v.string()),
          sendMessagePath: v.optional(v.string()),
        }),
        async ({ showMessageCard, sendMessageTitle }) => {
          await showConversation(host, showMessageCard ? sendMessageTitle || host.manifest.name : undefined)
        },
      ),
      openFeedback: method(v.object({}), () => askFeedback(host)),
    },
  }
}

/** True if the user sent the card. */
function showConversation(host: CapabilityHost, card: string | undefined): Promise<boolean> {
  const title = host.text('customerService.title', { name: host.manifest.name })
  return showSheet<boolean>(host.overlay, {
    label: title,
    layout: 'full',
    dismissed: false,
    render: ({ close }) => html`
      <div class="bar">
        <button aria-label=${host.text('close')} @click=${() => close(false)}>${closeIcon}</button>
        <h1>${title}</h1>
      </div>
      <p class="simulation">${host.text('customerService.simulation')}</p>
      <div class="fill"></div>
      ${
        card === undefined
          ? nothing
          : html`<div class="rows">
              <button class="row" @click=${() => close(true)}>
                <span>${card}<small>${host.text('customerService.sendCard')}</small></span>
              </button>
            </div>`
      }
    `,
  })
}

async function askFeedback(host: CapabilityHost): Promise<void> {
  let feedback = ''
  const title = host.text('customerService.feedback')
  const sent = await showSheet<boolean>(host.overlay, {
    label: title,
    layout: 'sheet',
    dismissed: false,
    render: ({ close, update }) => html`
      <h1>${title}</h1>
      <div class="rows">
        <label class="row">
          <textarea
            rows="5"
            maxlength=${MAX_FEEDBACK_LENGTH}
            aria-label=${title}
            @input=${(event: InputEvent) => {
              feedback = (event.target as HTMLTextAreaElement).value
              update()
            }}
          ></textarea>
        </label>
      </div>
      <p class="simulation">${host.text('customerService.simulation')}</p>
      <div class="actions">
        <button class="secondary" @click=${() => close(false)}>${host.text('cancel')}</button>
        <button class="primary" ?disabled=${feedback.trim() === ''} @click=${() => close(true)}>
          ${host.text('confirm')}
        </button>
      </div>
    `,
  })
  if (!sent) throw new CapabilityError('cancel', { errno: 1 })
  host.log('info', `${title}: ${feedback.trim()}`)
}

function parsePath(text: string): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = text.split('?')
  return { path, query: Object.fromEntries(new URLSearchParams(search)) }
}

export { createCustomerService as create }
export { customerServiceTexts as texts } from './texts'
