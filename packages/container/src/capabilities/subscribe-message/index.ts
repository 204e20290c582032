import { html } from 'lit'
import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { callService } from '../platform-service'
import { showSheet } from '../sheets/sheet'
import { type SubscriptionDecision, subscriptionsOf } from './subscriptions'

const MAX_TEMPLATES = 5
const MAX_ID_LENGTH = 200

interface Answer {
  decisions: Record<string, SubscriptionDecision>
  keep: boolean
}

/** `wx.requestSubscribeMessage`: the user decides for each template. */
function createSubscribeMessage(host: CapabilityHost): Capability {
  const subscriptions = subscriptionsOf(host)

  async function request(ids: string[]): Promise<Record<string, string>> {
    checkIds(ids)
    const { itemSettings } = await subscriptions.setting()
    const kept = ids.filter((id) => Object.hasOwn(itemSettings, id))
    const open = ids.filter((id) => !Object.hasOwn(itemSettings, id))
    const decisions = Object.fromEntries(kept.map((id) => [id, itemSettings[id]!]))
    if (open.length > 0) {
      const answer = await ask(host, open, await titlesOf(host, open))
      if (answer.keep) await subscriptions.keep(answer.decisions)
      for (const id of open) decisions[id] = answer.decisions[id] ?? 'reject'
    }
    await callService(host, 'subscribe', { accepted: ids.filter((id) => decisions[id] === 'accept') })
    return decisions
  }

  return {
    methods: {
      requestSubscribeMessage: method(v.object({ tmplIds: v.array(v.string()) }), ({ tmplIds }) =>
        request([...new Set(tmplIds)]),
      ),
    },
  }
}

function checkIds(ids: readonly string[]): void {
  if (ids.length === 0) throw refusal(10001, "TmplIds can't be empty")
  if (ids.length > MAX_TEMPLATES) throw refusal(20003, 'Templates count out of max bounds')
  if (ids.some((id) => id === '' || id.length > MAX_ID_LENGTH || id === '__proto__')) {
    throw refusal(10004, 'Invalid template id')
  }
}

function refusal(errCode: number, message: string): CapabilityError {
  return new CapabilityError(message, { extra: { errCode } })
}

/** A server knows what the templates are called; without one their ids stand for them. */
async function titlesOf(host: CapabilityHost, ids: readonly string[]): Promise<Map<string, string>> {
  const answer = await callService(host, 'message-templates', { tmplIds: ids })
  const titles = new Map(ids.map((id) => [id, id]))
  if (!answer) return titles
  for (const template of Array.isArray(answer.templates) ? answer.templates : []) {
    const { id, title } = (template ?? {}) as { id?: unknown; title?: unknown }
    if (typeof id === 'string' && titles.has(id) && typeof title === 'string') titles.set(id, title)
  }
  return titles
}

function ask(
  host: CapabilityHost,
  ids: readonly string[],
  titles: ReadonlyMap<string, string>,
): Promise<Answer> {
  const accepted = new Set(ids)
  let keep = false
  const decide = (allow: boolean): Answer => ({
    decisions: Object.fromEntries(ids.map((id) => [id, allow && accepted.has(id) ? 'accept' : 'reject'])),
    keep,
  })
  return showSheet<Answer>(host.overlay, {
    label: host.text('subscribe.title'),
    layout: 'sheet',
    dismissed: { ...decide(false), keep: false },
    render: ({ close }) => html`
      <p class="who">${host.manifest.name}</p>
      <h2>${host.text('subscribe.title')}</h2>
      <div class="rows">
        ${ids.map(
          (id) =>
            html`<label class="row"
              ><span>${titles.get(id)}</span>
              <input
                type="checkbox"
                name=${id}
                checked
                @change=${(event: Event) => {
                  if ((event.target as HTMLInputElement).checked) accepted.add(id)
                  else accepted.delete(id)
                }}
              />
            </label>`,
        )}
      </div>
      <label class="row note"
        ><span>${host.text('subscribe.keep')}</span>
        <input
          type="checkbox"
          name="keep"
          @change=${(event: Event) => {
            keep = (event.target as HTMLInputElement).checked
          }}
        />
      </label>
      <div class="actions">
        <button class="secondary" @click=${() => close(decide(false))}>
          ${host.text('subscribe.reject')}
        </button>
        <button class="primary" @click=${() => close(decide(true))}>${host.text('subscribe.allow')}</button>
      </div>
    `,
  })
}

export { createSubscribeMessage as create }
export { subscribeMessageTexts as texts } from './texts'
