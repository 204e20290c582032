import { Choice } from '../choice/choice'
import type { EditSequence } from '../text-field/edit-sequence'
import type { CheckboxGroupElement } from './checkbox-group'

export const checkboxStyles = `
wx-checkbox { display: inline-block; cursor: pointer; }
wx-checkbox .wx-checkbox-input, wx-switch .wx-checkbox-input {
  position: relative; box-sizing: content-box; width: 22px; height: 22px; margin-right: 5px; border: 1px solid var(--wx-box-line); border-radius: 3px;
  background-color: var(--wx-box); color: var(--wx-primary); outline: 0;
}
wx-checkbox .wx-checkbox-input.wx-checkbox-input-checked::before, wx-switch .wx-checkbox-input.wx-checkbox-input-checked::before {
  content: '\\EA08'; position: absolute; left: 50%; top: 50%; transform: translate(-50%, -50%) scale(0.8);
  font: normal 22px/1 'sampan-mark';
}
wx-checkbox .wx-checkbox-input.wx-checkbox-input-disabled, wx-switch .wx-checkbox-input.wx-checkbox-input-disabled {
  background-color: var(--wx-box-disabled);
}
wx-checkbox .wx-checkbox-input.wx-checkbox-input-disabled::before, wx-switch .wx-checkbox-input.wx-checkbox-input-disabled::before {
  color: #adadad;
}
wx-checkbox:focus-visible { outline: 2px solid var(--wx-focus-ring); outline-offset: 2px; }
`

export class CheckboxElement extends Choice {
  protected static override readonly role = 'checkbox'

  protected override boxKind(): string {
    return 'checkbox'
  }

  private get group(): CheckboxGroupElement | null {
    return this.closest<CheckboxGroupElement>('wx-checkbox-group')
  }

  protected override get edits(): EditSequence {
    return this.group?.edits ?? super.edits
  }

  protected override toggle(): void {
    this.show(!this.checked)
    this.edits.record(this.port, () => {
      this.model('checked', this.checked)
      this.group?.report()
    })
  }

  protected override styleBox(style: CSSStyleDeclaration): void {
    const prefix = this.checked ? 'active-' : ''
    style.backgroundColor = this.textOf(`${prefix}background-color`)
    style.borderColor = this.textOf(`${prefix}border-color`)
    if (!this.flag('disabled')) style.color = this.textOf('icon-color') || this.textOf('color')
  }
}
