import { Choice } from '../choice/choice'
import { V2 } from '../page-styles/page-styles'

export const switchStyles = `
wx-switch { display: inline-block; cursor: pointer; }
wx-switch .wx-switch-input {
  position: relative; box-sizing: border-box; width: 52px; height: 32px; margin-right: 5px; border: 1px solid #dfdfdf; border-radius: 16px;
  background-color: #dfdfdf; outline: 0; transition: background-color 0.1s, border 0.1s;
}
wx-switch .wx-switch-input::before {
  content: ' '; position: absolute; left: 0; top: 0; width: 50px; height: 30px; border-radius: 15px;
  background-color: #fdfdfd; transition: transform 0.3s;
}
wx-switch .wx-switch-input::after {
  content: ' '; position: absolute; left: 0; top: 0; width: 30px; height: 30px; border-radius: 15px;
  background-color: #fff; box-shadow: 0 1px 3px rgba(0, 0, 0, 0.4); transition: transform 0.3s;
}
wx-switch .wx-switch-input.wx-switch-input-checked { border-color: var(--wx-primary); background-color: var(--wx-primary); }
wx-switch .wx-switch-input.wx-switch-input-checked::before { transform: scale(0); }
wx-switch .wx-switch-input.wx-switch-input-checked::after { transform: translateX(20px); }
wx-switch .wx-switch-input.wx-switch-input-disabled { opacity: 0.7; }
wx-switch:focus-visible { outline: 2px solid var(--wx-focus-ring); outline-offset: 2px; border-radius: 16px; }

${V2} wx-switch .wx-switch-input { border: 2px solid transparent; background-color: var(--wx-off); }
${V2} wx-switch .wx-switch-input::before { display: none; }
${V2} wx-switch .wx-switch-input::after { width: 28px; height: 28px; box-shadow: 0 2px 3px rgba(0, 0, 0, 0.06); }
${V2} wx-switch .wx-switch-input.wx-switch-input-checked { border-color: var(--wx-primary); background-color: var(--wx-primary); }
${V2} wx-switch .wx-switch-input.wx-switch-input-disabled { opacity: 0.3; }
`

export class SwitchElement extends Choice {
  protected static override readonly role = 'switch'

  protected override boxKind(): string {
    return this.textOf('type') === 'checkbox' ? 'checkbox' : 'switch'
  }

  protected override toggle(): void {
    this.show(!this.checked)
    this.edits.record(this.port, () => {
      this.model('checked', this.checked)
      this.emit('change', { value: this.checked })
    })
  }

  override formValue(): boolean {
    return this.checked
  }

  override formReset(): void {
    this.show(false)
    this.model('checked', false)
  }

  protected override styleBox(style: CSSStyleDeclaration): void {
    const colour = this.textOf('color')
    if (!this.checked || colour === '') return
    if (this.boxKind() === 'checkbox') style.color = colour
    else {
      style.backgroundColor = colour
      style.borderColor = colour
    }
  }
}
