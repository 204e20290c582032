import { ReflectingElement } from '../reflecting-element'

export const adStyles = `
wx-ad, wx-ad-custom { display: block; }
`

const noSuitableAd = 1004

/** `ad` and `ad-custom`. There is no advertisement to show: an empty box, and WeChat's error for that. */
export class AdElement extends ReflectingElement {
  private told: unknown

  protected override update(): void {
    const unit = this.textOf('unit-id')
    if (this.told === unit) return
    this.told = unit
    this.emit('error', { errCode: noSuitableAd, errMsg: 'no suitable ad' })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.schedule()
  }
}

/** A class can be registered under one name only. */
export class AdCustomElement extends AdElement {}
