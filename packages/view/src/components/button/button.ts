import type { OpenTapDetail } from '@sampan/protocol'
import type { FormElement } from '../form/form'
import { attachHover, readHover } from '../hover/attach-hover'
import { ReflectingElement } from '../reflecting-element'
import { listenTap, pressElement, pressOnKeys, setFocusable } from '../tapping/listen-tap'

const hoverDefaults = { hoverClass: 'button-hover', startTimeMs: 20, stayTimeMs: 70 }

export class ButtonElement extends ReflectingElement {
  protected static override readonly reflected = ['type', 'size', 'plain', 'disabled', 'loading']
  protected static override readonly role = 'button'

  constructor() {
    super()
    attachHover(this, () => (this.flag('disabled') ? undefined : readHover(this.properties, hoverDefaults)))
    listenTap(this, () => this.act())
    pressOnKeys(this)
  }

  override get blocksTap(): boolean {
    return this.flag('disabled')
  }

  override connectedCallback(): void {
    super.connectedCallback()
    setFocusable(this, !this.flag('disabled'))
  }

  override labelTapped(): void {
    pressElement(this)
  }

  protected override update(changed: ReadonlySet<string>): void {
    if (!changed.has('disabled')) return
    setFocusable(this, !this.flag('disabled'))
    if (this.flag('disabled')) this.setAttribute('aria-disabled', 'true')
    else this.removeAttribute('aria-disabled')
  }

  private act(): void {
    if (this.flag('disabled')) return
    const formType = this.textOf('form-type')
    if (formType === 'submit') this.closest<FormElement>('wx-form')?.submit(this.nodeId)
    else if (formType === 'reset') this.closest<FormElement>('wx-form')?.reset()
    const openType = this.textOf('open-type')
    if (openType !== '') this.emit('opentap', this.describeOpenTap(openType), { bubbles: true })
  }

  private describeOpenTap(openType: string): OpenTapDetail {
    return {
      openType,
      attributes: {
        lang: this.textOf('lang', 'en'),
        sessionFrom: this.textOf('session-from'),
        sendMessageTitle: this.textOf('send-message-title'),
        sendMessagePath: this.textOf('send-message-path'),
        sendMessageImg: this.textOf('send-message-img'),
        showMessageCard: this.flag('show-message-card'),
        appParameter: this.textOf('app-parameter'),
        phoneNumberNoQuotaToast: this.flag('phone-number-no-quota-toast', true),
        businessId: this.textOf('business-id'),
        activityType: this.textOf('activity-type'),
        entrancePath: this.textOf('entrance-path'),
        needShowEntrance: this.flag('need-show-entrance', true),
      },
    }
  }
}
