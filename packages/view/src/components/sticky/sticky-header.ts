import { ScheduledElement } from '../scheduling/scheduled-element'
import { ScrollViewElement } from '../scroll-view/scroll-view'
import { HostStyle } from '../styling/host-style'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { paddingOf } from '../wrappers/list-view'

const markup = createMarkup('<slot></slot>')
const sheet = createSheet(`
:host { display: block; position: sticky; top: 0; z-index: 1; }
:host([hidden]) { display: none; }
`)

export class StickyHeaderElement extends ScheduledElement {
  private readonly hostStyle: HostStyle
  private stuck = false
  private watching: IntersectionObserver | undefined

  static define(): void {
    customElements.define('wx-sticky-header', StickyHeaderElement)
  }

  constructor() {
    super()
    this.hostStyle = new HostStyle(attachShadow(this, sheet, markup))
  }

  connectedCallback(): void {
    this.schedule()
  }

  disconnectedCallback(): void {
    this.watching?.disconnect()
  }

  protected update(): void {
    const offset = this.numberOf('offset-top', 0)
    this.hostStyle.set('top', offset === 0 ? '' : `${offset}px`)
    this.hostStyle.set('padding', paddingOf(this.properties.padding))
    this.watch(offset)
  }

  /** It is stuck as long as its upper edge touches the line where it sticks. */
  private watch(offset: number): void {
    this.watching?.disconnect()
    if (!this.isConnected || !this.port.wants(this, 'stickontopchange')) return
    const view = this.closest('wx-scroll-view')
    const root = view instanceof ScrollViewElement ? view.scroller : null
    this.watching = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.rootBounds) return
        const line = entry.rootBounds.top - 1
        const stuck = entry.intersectionRatio < 1 && entry.boundingClientRect.top <= line + 1
        if (stuck === this.stuck) return
        this.stuck = stuck
        this.emit('stickontopchange', { isStickOnTop: stuck })
      },
      { root, rootMargin: `${-offset - 1}px 0px 0px 0px`, threshold: [0, 1] },
    )
    this.watching.observe(this)
  }
}
