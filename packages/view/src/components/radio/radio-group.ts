import type { Choice } from '../choice/choice'
import { ChoiceGroup } from '../choice/choice-group'
import { pressElement } from '../tapping/listen-tap'

export class RadioGroupElement extends ChoiceGroup<Choice> {
  protected static override readonly role = 'radiogroup'
  protected override readonly memberTag = 'wx-radio'

  override formValue(): string {
    return String(this.members().find((member) => member.checked)?.properties.value ?? '')
  }

  /** @internal One of the group at most is on: the one that was put on last, by the user or the program. */
  letOthersGo(chosen: Choice): void {
    for (const member of this.members()) if (member !== chosen) member.show(false)
  }

  /** @internal */
  letLastStay(): void {
    const last = this.members().findLast((member) => member.checked)
    if (last) this.letOthersGo(last)
  }

  /** @internal Arrow keys choose the next one, as radios on desktops do. */
  moveFrom(member: Choice, step: number): void {
    const members = this.members().filter((other) => !other.properties.disabled)
    const next = members[(members.indexOf(member) + step + members.length) % members.length]
    if (!next || next === member) return
    next.focus()
    pressElement(next)
  }
}
