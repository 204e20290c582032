import type { PropertyValue } from '../../built-in-element'
import { ReflectingElement } from '../reflecting-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { listenTap, pressOnKeys, setFocusable } from '../tapping/listen-tap'
import { EditSequence } from '../text-field/edit-sequence'

const sheet = createSheet(`
.wrapper { display: inline-flex; align-items: center; vertical-align: middle; }
slot[name='control']::slotted(*) { flex: none; }
`)
const markup = createMarkup('<div class="wrapper"><slot name="control"></slot><slot></slot></div>')

/**
 * A checkbox, radio or switch: a box that is on or off, and the template's children beside it. The box is a child of
 * the host with the class names that programs restyle.
 */
export abstract class Choice extends ReflectingElement {
  protected static override readonly reflected = ['disabled']
  private readonly ownEdits = new EditSequence()
  protected readonly box = document.createElement('div')
  private isChecked = false

  constructor() {
    super()
    attachShadow(this, sheet, markup)
    this.box.slot = 'control'
    listenTap(this, () => this.pressed())
    pressOnKeys(this, [' ', 'Enter'])
  }

  get checked(): boolean {
    return this.isChecked
  }

  /** `checkbox`, `radio` or `switch`: the middle of the class names. */
  protected abstract boxKind(): string
  /** A tap or key has reached it, and it is not disabled. */
  protected abstract toggle(): void
  protected abstract styleBox(box: CSSStyleDeclaration): void

  /** Shared within a group, where a change of one changes others. */
  protected get edits(): EditSequence {
    return this.ownEdits
  }

  override setProperty(name: string, value: PropertyValue): void {
    super.setProperty(name, value)
    if (name !== 'checked') return
    if (this.edits.accepts(this.port)) this.show(Boolean(value))
    // The frame shows what the program set as an attribute; it is to show what is.
    this.schedule()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (!this.box.isConnected) this.append(this.box)
    this.showBox()
    setFocusable(this, !this.flag('disabled'))
  }

  override labelTapped(): void {
    this.pressed()
  }

  protected override update(changed: ReadonlySet<string>): void {
    if (changed.has('disabled')) setFocusable(this, !this.flag('disabled'))
    this.showBox()
  }

  /** @internal Also used by the group. */
  show(checked: boolean): void {
    if (this.isChecked === checked) return
    this.isChecked = checked
    this.showBox()
  }

  private pressed(): void {
    if (!this.flag('disabled')) this.toggle()
  }

  private showBox(): void {
    const kind = `wx-${this.boxKind()}-input`
    const classes = [kind]
    if (this.isChecked) classes.push(`${kind}-checked`)
    if (this.flag('disabled')) classes.push(`${kind}-disabled`)
    this.box.className = classes.join(' ')
    this.box.removeAttribute('style')
    this.styleBox(this.box.style)
    this.toggleAttribute('checked', this.isChecked)
    this.ariaChecked = String(this.isChecked)
    // Programs hide the box and style the label around it by this.
    const label = this.closest('wx-label')
    if (label) label.ariaChecked = this.ariaChecked
  }
}
