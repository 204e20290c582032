import type { PropertyValue } from '../built-in-element'
import { applyAria } from './accessibility/apply-aria'
import { ScheduledElement } from './scheduling/scheduled-element'

/**
 * A component whose properties may be written `form-type` or `formType`, and whose host shows some of them as
 * attributes, because style sheets of the platform and of programs ask for them (`button[type=primary]`).
 */
export abstract class ReflectingElement extends ScheduledElement {
  protected static readonly reflected: readonly string[] = []
  /** What the element is to a screen reader, unless the program says otherwise by `aria-role`. */
  protected static readonly role: string | undefined = undefined

  /** No tap of this element or of what is inside reaches the program. */
  get blocksTap(): boolean {
    return false
  }

  override setProperty(name: string, value: PropertyValue): void {
    const key = toKebabCase(name)
    if (key === 'hidden') this.toggleAttribute('hidden', Boolean(value))
    else if (!applyAria(this, key, value) && this.kind.reflected.includes(key)) reflect(this, key, value)
    super.setProperty(key, value)
  }

  override queryProperty(name: string): unknown {
    return this.properties[toKebabCase(name)]
  }

  connectedCallback(): void {
    const role = this.kind.role
    if (role && !this.hasAttribute('role')) this.setAttribute('role', role)
  }

  protected override update(_changed: ReadonlySet<string>): void {}

  private get kind(): typeof ReflectingElement {
    return this.constructor as typeof ReflectingElement
  }
}

/** False takes the attribute away, true leaves it empty, as WeChat's elements do. */
export function reflect(element: Element, name: string, value: unknown): void {
  if (value === undefined || value === null || value === false || value === '') element.removeAttribute(name)
  else element.setAttribute(name, value === true ? '' : String(value))
}

const kebabNames = new Map<string, string>()

export function toKebabCase(name: string): string {
  if (!/[A-Z]/.test(name)) return name
  let kebab = kebabNames.get(name)
  if (kebab === undefined) {
    kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    kebabNames.set(name, kebab)
  }
  return kebab
}
