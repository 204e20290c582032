import { LitElement, html, type TemplateResult } from 'lit'
import { defineElement } from '../../interface/define-element'
import { controls } from '../../interface/tokens.css'
import type { Overlay } from '../capability'
import { sheetStyles } from './sheet.css'

export interface SheetControls<Result> {
  close(result: Result): void
  /** Renders again, after the state that `render` reads has changed. */
  update(): void
}

export interface SheetOptions<Result> {
  /** What it is, for assistive technology. */
  label: string
  /** `sheet` rises from the bottom, `dialog` is in the middle, `full` covers the program. */
  layout: 'sheet' | 'dialog' | 'full'
  /** The answer when the user leaves without choosing: Escape, or a tap beside the sheet. */
  dismissed: Result
  render(sheet: SheetControls<Result>): TemplateResult
}

/** Shows a sheet over the program and resolves with what the user chose. */
export function showSheet<Result>(overlay: Overlay, options: SheetOptions<Result>): Promise<Result> {
  return overlay.show<Result>((close) => {
    const sheet = new CapabilitySheet()
    sheet.layout = options.layout
    sheet.label = options.label
    sheet.content = () => options.render({ close, update: () => sheet.requestUpdate() })
    sheet.addEventListener('cancel', () => close(options.dismissed))
    return sheet
  })
}

/** A panel whose content is given as a function. Fires `cancel` when the user leaves it. */
export class CapabilitySheet extends LitElement {
  static override properties = { layout: { reflect: true }, label: {} }
  declare layout: 'sheet' | 'dialog' | 'full'
  declare label: string
  content: () => TemplateResult = () => html``

  static override styles = [controls, sheetStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    this.addEventListener('click', this.onClick)
  }

  override render(): TemplateResult {
    return html`<div class="panel" role="dialog" aria-modal="true" aria-label=${this.label}>
      ${this.content()}
    </div>`
  }

  /** A tap beside the panel. */
  private readonly onClick = (event: MouseEvent): void => {
    if (event.composedPath()[0] === this) this.dispatchEvent(new Event('cancel'))
  }
}
defineElement('sampan-capability-sheet', CapabilitySheet)
