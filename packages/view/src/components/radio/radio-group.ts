import { ChoiceGroup } from '../choice/choice-group'
import { pressElement } from '../tapping/listen-tap'
import type { RadioElement } from './radio'

export class RadioGroupElement extends ChoiceGroup<RadioElement> {
  protected static override readonly role = 'radiogroup'
  protected override readonly memberTag = 'wx-radio'

  override formValue(): string {
    return String(this.members().find((member) => member.checked)?.properties.value ?? '')
  }

  /** @internal */
  choose(chosen: RadioElement): void {
    for (const member of this.members()) if (member !== chosen) member.show(false)
    this.report()
  }

  /** @internal Arrow keys choose the next one, as radios on desktops do. */
  moveFrom(member: RadioElement, step: number): void {
    const members = this.members().filter((other) => !other.properties.disabled)
    const next = members[(members.indexOf(member) + step + members.length) % members.length]
    if (!next || next === member) return
    next.focus()
    pressElement(next)
  }
}
