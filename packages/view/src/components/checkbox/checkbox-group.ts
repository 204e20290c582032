import { ChoiceGroup } from '../choice/choice-group'
import type { Choice } from '../choice/choice'

export class CheckboxGroupElement extends ChoiceGroup<Choice> {
  protected override readonly memberTag = 'wx-checkbox'

  /** Values of what is checked, in the order of the page. */
  override formValue(): string[] {
    return this.members()
      .filter((member) => member.checked)
      .map((member) => String(member.properties.value ?? ''))
  }
}
