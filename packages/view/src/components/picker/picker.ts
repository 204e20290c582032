import type { PickerAnswer, PickerColumnChange } from '@sampan/protocol'
import type { PropertyValue, WidgetCall } from '../../built-in-element'
import { ReflectingElement } from '../reflecting-element'
import { listenTap, pressOnKeys, setFocusable } from '../tapping/listen-tap'
import { EditSequence } from '../text-field/edit-sequence'
import { changeDetailOf, describePicker, emptyValueOf, pickerModeOf } from './picker-parameters'

export const pickerStyles = `
wx-picker { display: block; cursor: pointer; }
wx-picker[disabled] { cursor: default; }
wx-picker:focus-visible { outline: 2px solid var(--wx-focus-ring); outline-offset: 2px; }
`

/** What it wraps is the button; the container draws the sheet with the wheels. */
export class PickerElement extends ReflectingElement {
  protected static override readonly reflected = ['disabled']
  protected static override readonly role = 'button'
  private readonly edits = new EditSequence()
  private value: unknown
  private sheet: WidgetCall | undefined

  constructor() {
    super()
    listenTap(this, () => this.open())
    pressOnKeys(this)
  }

  override setProperty(name: string, value: PropertyValue): void {
    super.setProperty(name, value)
    if (name === 'value' && this.edits.accepts(this.port)) this.value = value
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.ariaHasPopup = 'dialog'
    setFocusable(this, !this.flag('disabled'))
  }

  disconnectedCallback(): void {
    this.close()
  }

  override labelTapped(): void {
    this.open()
  }

  override formValue(): unknown {
    return this.value ?? emptyValueOf(pickerModeOf(this.properties))
  }

  override formReset(): void {
    this.value = undefined
    this.model('value', this.formValue())
  }

  protected override update(changed: ReadonlySet<string>): void {
    if (changed.has('disabled')) setFocusable(this, !this.flag('disabled'))
    if (this.flag('disabled')) this.close()
    else this.sheet?.update(this.describe())
  }

  private describe(): ReturnType<typeof describePicker> {
    return describePicker(this.properties, this.formValue())
  }

  private open(): void {
    if (this.flag('disabled') || this.sheet) return
    const sheet = this.port.widget('picker', this.describe(), (name, detail) => {
      if (name === 'columnchange') this.columnChanged(detail as PickerColumnChange)
    })
    this.sheet = sheet
    const finish = (answer: PickerAnswer): void => {
      if (this.sheet !== sheet) return
      this.sheet = undefined
      if (answer.confirmed) this.choose(answer)
      else this.emit('cancel', {})
    }
    sheet.result.then(
      (answer) => finish(answer as PickerAnswer),
      (error: unknown) => {
        finish({ confirmed: false })
        reportError(error)
      },
    )
  }

  private close(): void {
    this.sheet?.close()
    this.sheet = undefined
  }

  private choose(answer: Extract<PickerAnswer, { confirmed: true }>): void {
    const detail = changeDetailOf(answer, pickerModeOf(this.properties))
    this.value = detail.value
    this.edits.record(this.port, () => {
      this.model('value', detail.value)
      this.emit('change', detail)
    })
  }

  /** The program may answer with other columns and indexes, which go to the open sheet. */
  private columnChanged({ column, value }: PickerColumnChange): void {
    this.edits.record(this.port, () => this.emit('columnchange', { column, value }))
  }
}
