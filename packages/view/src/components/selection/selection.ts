import { ScheduledElement } from '../scheduling/scheduled-element'
import { addPageStyles } from '../styling/sheets'

/** Lets the user select what is inside and tells what is selected. */
export class SelectionElement extends ScheduledElement {
  private listening: AbortController | undefined
  private text = ''

  static define(): void {
    customElements.define('wx-selection', SelectionElement)
    addPageStyles(
      ':where(wx-selection) { display: block; }\nwx-selection { -webkit-user-select: text; user-select: text; }',
    )
  }

  connectedCallback(): void {
    this.listening = new AbortController()
    const { signal } = this.listening
    document.addEventListener('selectionchange', () => this.selectionChanged(), { signal })
    this.addEventListener(
      'contextmenu',
      (event) => {
        if (this.flag('disable-context-menu')) event.preventDefault()
      },
      { signal },
    )
  }

  disconnectedCallback(): void {
    this.listening?.abort()
  }

  protected update(): void {}

  private selectionChanged(): void {
    const selection = document.getSelection()
    const isInside = selection?.anchorNode && this.contains(selection.anchorNode)
    const text = isInside ? selection.toString() : ''
    if (text === this.text) return
    this.text = text
    this.emit('selectionchange', { text })
  }
}
