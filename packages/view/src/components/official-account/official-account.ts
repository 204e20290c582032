import { ReflectingElement } from '../reflecting-element'

export const officialAccountStyles = `
wx-official-account { display: block; }
`

/** There are no official accounts here. It takes no room and says so, with WeChat's status for «not enabled». */
export class OfficialAccountElement extends ReflectingElement {
  private told = false

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.told) return
    this.told = true
    // Listeners of the same batch are in place afterwards.
    queueMicrotask(() => this.emit('error', { status: 4, errMsg: 'official-account:fail not supported' }))
  }
}
