import { Choice } from '../choice/choice'
import type { EditSequence } from '../text-field/edit-sequence'
import type { RadioGroupElement } from './radio-group'

export const radioStyles = `
wx-radio { display: inline-block; cursor: pointer; }
wx-radio .wx-radio-input {
  position: relative; box-sizing: content-box; width: 22px; height: 22px; margin-right: 5px; border: 1px solid var(--wx-box-line); border-radius: 50%;
  background-color: var(--wx-box); outline: 0;
}
wx-radio .wx-radio-input.wx-radio-input-checked { border-color: var(--wx-primary); background-color: var(--wx-primary); }
wx-radio .wx-radio-input.wx-radio-input-checked::before {
  content: '\\EA08'; position: absolute; left: 50%; top: 50%; transform: translate(-50%, -50%) scale(0.75);
  font: normal 20px/1 'sampan-mark'; color: #fff;
}
wx-radio .wx-radio-input.wx-radio-input-disabled { border-color: var(--wx-box-line); background-color: var(--wx-box-disabled); }
wx-radio .wx-radio-input.wx-radio-input-disabled::before { color: #adadad; }
wx-radio:focus-visible { outline: 2px solid var(--wx-focus-ring); outline-offset: 2px; }
`

const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

export class RadioElement extends Choice {
  protected static override readonly role = 'radio'

  constructor() {
    super()
    this.addEventListener('keydown', (event) => {
      const step = steps[event.key]
      if (event.target !== this || step === undefined || !this.group) return
      event.preventDefault()
      this.group.moveFrom(this, step)
    })
  }

  private get group(): RadioGroupElement | null {
    return this.closest<RadioGroupElement>('wx-radio-group')
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // Radios that come together connect one by one when all of them are there.
    if (this.checked) this.group?.letLastStay()
  }

  /** @internal */
  override show(checked: boolean): void {
    super.show(checked)
    if (checked) this.group?.letOthersGo(this)
  }

  protected override boxKind(): string {
    return 'radio'
  }

  protected override get edits(): EditSequence {
    return this.group?.edits ?? super.edits
  }

  protected override toggle(): void {
    if (this.checked) return
    this.show(true)
    this.edits.record(this.port, () => {
      this.model('checked', true)
      this.group?.report()
    })
  }

  protected override styleBox(style: CSSStyleDeclaration): void {
    if (this.flag('disabled')) return
    const colour = this.checked ? this.textOf('color') : ''
    const prefix = this.checked ? 'active-' : ''
    style.backgroundColor = this.textOf(`${prefix}background-color`) || colour
    style.borderColor = this.textOf(`${prefix}border-color`) || colour
    style.color = this.textOf('icon-color')
  }
}
