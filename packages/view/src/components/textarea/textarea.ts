import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { TextField } from '../text-field/text-field'
import { textFieldStyles } from '../text-field/text-field-styles'

export const textareaStyles = `
wx-textarea { display: block; position: relative; width: 300px; height: 150px; overflow: hidden; cursor: auto; }
wx-textarea[auto-height] { height: auto !important; }
`

/** The mirror holds the same text in the same style: its height is that of the lines. */
const sheet = createSheet(`${textFieldStyles}
.box { display: grid; }
.control, .mirror { grid-area: 1 / 1; overflow-wrap: break-word; white-space: pre-wrap; }
.control { height: 100%; resize: none; overflow-y: auto; }
.mirror { position: absolute; left: 0; right: 0; visibility: hidden; pointer-events: none; }
:host([auto-height]) .mirror { position: static; }
:host([auto-height]) .control { overflow-y: hidden; }
slot[name='placeholder']::slotted(*) { top: 0; white-space: pre-wrap; overflow-wrap: break-word; }
`)
const markup = createMarkup(
  '<div class="box"><slot name="placeholder"></slot><div class="mirror" aria-hidden="true"></div><textarea class="control" rows="1" autocapitalize="off" spellcheck="false"></textarea></div><slot></slot>',
)

export class TextareaElement extends TextField {
  protected static override readonly reflected = ['auto-height']
  protected override readonly component = 'textarea'
  protected override readonly defaultConfirmType = 'return'
  protected override readonly control: HTMLTextAreaElement
  private readonly mirror: HTMLElement
  private lineCount = 0
  private measuredWidth = -1

  constructor() {
    super()
    const root = attachShadow(this, sheet, markup)
    this.control = root.querySelector('textarea')!
    this.mirror = root.querySelector<HTMLElement>('.mirror')!
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
    if (!this.flag('auto-height') && !this.port.wants(this, 'linechange')) return
    // A line break at the end makes a line only with something after it.
    this.mirror.textContent = `${this.control.value}\u200b`
    this.measuredWidth = this.offsetWidth
    if (!this.isConnected || this.measuredWidth === 0) return
    const height = this.mirror.offsetHeight
    const lineHeight = lineHeightOf(this.control)
    const lineCount = Math.max(1, Math.round(height / lineHeight))
    if (lineCount === this.lineCount) return
    this.lineCount = lineCount
    this.emit('linechange', { height, heightRpx: (height * 750) / innerWidth, lineCount, lineHeight })
  }
}

function lineHeightOf(control: HTMLTextAreaElement): number {
  const { lineHeight, fontSize } = getComputedStyle(control)
  const px = Number.parseFloat(lineHeight)
  return Number.isFinite(px) ? px : Math.round(Number.parseFloat(fontSize) * 1.2)
}
