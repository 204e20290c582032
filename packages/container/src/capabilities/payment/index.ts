import { html, nothing } from 'lit'
import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { callService } from '../platform-service'
import { showSheet } from '../sheets/sheet'

const paymentSchema = v.object({
  timeStamp: v.string(),
  nonceStr: v.string(),
  package: v.string(),
  signType: v.optional(v.string()),
  paySign: v.string(),
})

type PaymentOutcome = 'pay' | 'cancel' | 'fail'

/**
 * `wx.requestPayment`. With a platform server, its order is shown and paid there. Without one, a sheet that calls itself
 * a simulation lets the developer choose how the payment ends; no money moves.
 */
function createPayment(host: CapabilityHost): Capability {
  async function pay(params: v.InferOutput<typeof paymentSchema>): Promise<void> {
    if (!/^prepay_id=./.test(params.package))
      throw new CapabilityError('parameter error: package should be prepay_id=…')
    const order = await callService(host, 'payment-order', { package: params.package })
    const outcome = await showPaymentSheet(host, params.package, order)
    if (outcome === 'cancel') throw new CapabilityError('cancel', { errno: 1 })
    if (outcome === 'fail') throw new CapabilityError('simulated failure')
    await callService(host, 'pay', params)
  }

  return { methods: { requestPayment: method(paymentSchema, pay) } }
}

function showPaymentSheet(
  host: CapabilityHost,
  prepayId: string,
  order: Record<string, unknown> | undefined,
): Promise<PaymentOutcome> {
  const title = host.text('payment.title')
  return showSheet<PaymentOutcome>(host.overlay, {
    label: title,
    layout: 'sheet',
    dismissed: 'cancel',
    render: ({ close }) => html`
      <h1>${title}</h1>
      <p class="who">${typeof order?.payee === 'string' ? order.payee : host.manifest.name}</p>
      ${order ? html`<p class="amount">${formatFen(order.amountFen)}</p>` : nothing}
      <p class="note">${typeof order?.description === 'string' ? order.description : prepayId}</p>
      ${order ? nothing : html`<p class="simulation">${host.text('payment.simulation')}</p>`}
      <div class="actions">
        <button class="secondary" @click=${() => close('cancel')}>${host.text('cancel')}</button>
        ${
          order
            ? nothing
            : html`<button class="secondary" @click=${() => close('fail')}>
                ${host.text('payment.fail')}
              </button>`
        }
        <button class="primary" @click=${() => close('pay')}>
          ${host.text(order ? 'payment.pay' : 'payment.succeed')}
        </button>
      </div>
    `,
  })
}

function formatFen(amountFen: unknown): string {
  return typeof amountFen === 'number' ? `¥${(amountFen / 100).toFixed(2)}` : ''
}

export { createPayment as create }
export { paymentTexts as texts } from './texts'
