import { ReflectingElement } from '../reflecting-element'

export const rootPortalStyles = `
wx-root-portal, wx-root-portal-content { display: contents; }
`

/** Its children stand at the end of the page, out of reach of what clips or moves the elements around it. */
export class RootPortalElement extends ReflectingElement {
  private readonly outlet = document.createElement('wx-root-portal-content')

  override get childHost(): Element {
    return this.isAway() ? this.outlet : this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.isAway()) document.body.append(this.outlet)
  }

  disconnectedCallback(): void {
    this.outlet.remove()
  }

  protected override update(changed: ReadonlySet<string>): void {
    if (!changed.has('enable')) return
    const [from, to] = this.isAway() ? [this, this.outlet] : [this.outlet, this]
    to.append(...from.childNodes)
    if (this.isAway() && this.isConnected) document.body.append(this.outlet)
    else this.outlet.remove()
  }

  private isAway(): boolean {
    return this.flag('enable', true)
  }
}
