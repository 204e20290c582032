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
  private watching: AbortController | undefined

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
    this.watching?.abort()
  }

  protected update(): void {
    const offset = this.numberOf('offset-top', 0)
    this.hostStyle.set('top', offset === 0 ? '' : `${offset}px`)
    this.hostStyle.set('padding', paddingOf(this.properties.padding))
    this.watch()
  }

  /** Looks after each scroll, if anybody wants to know. */
  private watch(): void {
    this.watching?.abort()
    if (!this.isConnected || !this.port.wants(this, 'stickontopchange')) return
    this.watching = new AbortController()
    const view = this.closest('wx-scroll-view')
    const scroller = view instanceof ScrollViewElement ? view.scroller : window
    scroller.addEventListener('scroll', () => this.look(), { passive: true, signal: this.watching.signal })
  }

  /** It is stuck when it is not where it would be without sticking. */
  private look(): void {
    const { top } = this.getBoundingClientRect()
    this.hostStyle.set('position', 'static')
    const natural = this.getBoundingClientRect().top
    this.hostStyle.set('position', '')
    const stuck = top - natural > 0.5
    if (stuck === this.stuck) return
    this.stuck = stuck
    this.emit('stickontopchange', { isStickOnTop: stuck })
  }
}
