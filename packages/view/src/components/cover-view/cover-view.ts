import { attachHover, readHover } from '../hover/attach-hover'
import { ReflectingElement } from '../reflecting-element'

export const coverViewStyles = `
wx-cover-view { display: block; position: relative; overflow: hidden; line-height: 1.2; white-space: nowrap; }
wx-button wx-cover-view { line-height: inherit; white-space: inherit; }
`

export class CoverViewElement extends ReflectingElement {
  constructor() {
    super()
    attachHover(this, () => readHover(this.properties))
  }

  override batchApplied(): void {
    super.batchApplied()
    const top = this.numberOf('scroll-top', -1)
    if (top >= 0 && this.scrollTop !== top) this.scrollTop = top
  }
}
