import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { TextField } from '../text-field/text-field'
import { textFieldStyles } from '../text-field/text-field-styles'

export const textareaStyles = `
wx-textarea { display: block; position: relative; width: 300px; height: 150px; overflow: hidden; cursor: auto; }
wx-textarea[auto-height] { height: auto !important; }
`

const sheet = createSheet(`${textFieldStyles}
.control { height: 100%; resize: none; overflow-y: auto; overflow-wrap: break-word; white-space: pre-wrap; }
:host([auto-height]) .control { overflow-y: hidden; }
slot[name='placeholder']::slotted(*) { top: 0; white-space: pre-wrap; overflow-wrap: break-word; }
`)
const markup = createMarkup(
  '<div class="box"><slot name="placeholder"></slot><textarea class="control" rows="1" autocapitalize="off" spellcheck="false"></textarea></div><slot></slot>',
)

export class TextareaElement extends TextField {
  protected static override readonly reflected = ['auto-height']
  protected override readonly component = 'textarea'
  protected override readonly defaultConfirmType = 'return'
  protected override readonly control: HTMLTextAreaElement
  private lineCount = 0
  private measuredWidth = -1

  constructor() {
    super()
    this.control = attachShadow(this, sheet, markup).querySelector('textarea')!
    this.control.maxLength = 140
    this.listen()
    // Not at once: a change of the own height within the observer's callback counts as a loop.
    new ResizeObserver(() => requestAnimationFrame(() => this.widthMayHaveChanged())).observe(this)
  }

  protected override update(changed: ReadonlySet<string>): void {
    super.update(changed)
    if (changed.has('auto-height')) this.measure()
  }

  protected override valueShown(): void {
    super.valueShown()
    this.measure()
  }

  /** `return` breaks lines, and only with a modifier key confirms, as the bar above a phone's keyboard does. */
  protected override enterPressed(event: KeyboardEvent): void {
    const breaksLines = this.confirmType() === 'return'
    if (breaksLines && !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    this.confirm()
  }

  private widthMayHaveChanged(): void {
    if (this.offsetWidth !== this.measuredWidth) this.measure()
  }

  /** Fits the height to the text, and reports when the number of lines is another one. */
  private measure(): void {
    const fits = this.flag('auto-height')
    if (!this.isConnected || !(fits || this.port.wants(this, 'linechange'))) return
    this.measuredWidth = this.offsetWidth
    if (this.measuredWidth === 0) return
    const { control } = this
    const lineHeight = lineHeightOf(control)
    const textHeight = textHeightOf(control, lineHeight)
    control.style.height = fits ? `${textHeight}px` : ''
    const lineCount = Math.max(1, Math.round(textHeight / lineHeight))
    if (lineCount === this.lineCount) return
    this.lineCount = lineCount
    const heightRpx = (textHeight * 750) / innerWidth
    this.emit('linechange', { height: textHeight, heightRpx, lineCount, lineHeight })
  }
}

/** The control shrinks for a moment, for its scroll height is never less than its height. */
function textHeightOf(control: HTMLTextAreaElement, lineHeight: number): number {
  if (control.value === '') return lineHeight
  const { scrollTop } = control
  control.style.height = '0'
  const height = control.scrollHeight
  control.style.height = ''
  control.scrollTop = scrollTop
  return height
}

function lineHeightOf(control: HTMLTextAreaElement): number {
  const { lineHeight, fontSize } = getComputedStyle(control)
  const px = Number.parseFloat(lineHeight)
  return Number.isFinite(px) ? px : Math.round(Number.parseFloat(fontSize) * 1.2)
}
