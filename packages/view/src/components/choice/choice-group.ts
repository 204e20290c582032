import { ReflectingElement } from '../reflecting-element'
import { EditSequence } from '../text-field/edit-sequence'
import type { Choice } from './choice'

export abstract class ChoiceGroup<Member extends Choice> extends ReflectingElement {
  readonly edits = new EditSequence()
  protected abstract readonly memberTag: string

  protected members(): Member[] {
    return [...this.querySelectorAll<Member>(this.memberTag)].filter(
      (member) => member.closest(this.localName) === this,
    )
  }

  /** @internal A member was pressed by the user. */
  report(): void {
    this.emit('change', { value: this.formValue() })
  }

  override formReset(): void {
    for (const member of this.members()) member.show(false)
  }

  abstract override formValue(): unknown
}
