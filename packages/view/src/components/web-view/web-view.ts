import type { WidgetCall } from '../../built-in-element'
import { ScheduledElement } from '../scheduling/scheduled-element'
import { addPageStyles } from '../styling/sheets'

const EVENTS: ReadonlySet<string> = new Set(['load', 'error', 'message'])

/**
 * Another site in place of the page. The container shows it, as a frame of the program may load nothing itself, and
 * tells what happens there: `load` { src }, `error` { url, fullUrl }, `message` { data }.
 */
export class WebViewElement extends ScheduledElement {
  private widget: WidgetCall | undefined

  static define(): void {
    customElements.define('wx-web-view', WebViewElement)
    addPageStyles(
      ':where(wx-web-view) { display: block; position: fixed; inset: 0; z-index: 100; background: #fff; }',
    )
  }

  connectedCallback(): void {
    this.schedule()
  }

  disconnectedCallback(): void {
    this.widget?.close()
    this.widget = undefined
  }

  protected update(changed: ReadonlySet<string>): void {
    const src = this.textOf('src')
    if (src === '' || !this.isConnected) return
    if (this.widget) {
      if (changed.has('src')) this.widget.update({ src })
      return
    }
    this.widget = this.port.widget('web-view', { src }, (name, detail) => {
      if (EVENTS.has(name)) this.emit(name, detail)
    })
    this.widget.result.catch((error: unknown) => {
      const errMsg = error instanceof Error ? error.message : String(error)
      const url = this.textOf('src')
      this.emit('error', { url, fullUrl: url, errMsg })
    })
  }
}
