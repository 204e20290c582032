import type { KeyboardHeight, KeyboardParameters } from '@sampan/protocol'
import { toPx, type PropertyValue, type WidgetCall } from '../../built-in-element'
import { ReflectingElement } from '../reflecting-element'
import { EditSequence } from './edit-sequence'
import { FocusKeeper } from './focus-keeper'
import { Placeholder } from './placeholder'
import type { TextControl } from './text-control'

const defaultMaxLength = 140

/** What `input` and `textarea` have in common: value, placeholder, focus, selection and the keyboard. */
export abstract class TextField extends ReflectingElement {
  protected abstract readonly control: TextControl
  private readonly edits = new EditSequence()
  private readonly focusKeeper = new FocusKeeper(this, () => this.control)
  private placeholderNode: Placeholder | undefined
  private composing = false
  /** A value of the program that waits for the end of a composition, or of the batch. */
  private waitingValue: string | undefined
  /** What the program was told last; undefined when it has set another one since. */
  private reportedValue: string | undefined
  private keyboard: WidgetCall | undefined
  private keyboardHeight = 0
  private lastKeyCode = 0

  override setProperty(name: string, value: PropertyValue): void {
    super.setProperty(name, value)
    // The same value again is news when the user has typed since.
    if (name === 'value' && this.edits.accepts(this.port)) {
      this.waitingValue = value === undefined || value === null ? '' : String(value)
      this.schedule()
    }
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.flag('focus') || this.flag('auto-focus')) this.focusKeeper.want()
  }

  disconnectedCallback(): void {
    this.closeKeyboard()
  }

  override labelTapped(): void {
    if (!this.flag('disabled')) this.control.focus()
  }

  selectedRange(): { start: number; end: number } {
    return { start: this.control.selectionStart ?? 0, end: this.control.selectionEnd ?? 0 }
  }

  override callMethod(name: string, args: unknown[]): unknown {
    if (name === 'focus') return this.focusKeeper.want()
    if (name === 'blur') return this.focusKeeper.leave()
    return super.callMethod(name, args)
  }

  override formValue(): string {
    return this.control.value
  }

  override formReset(): void {
    this.control.value = ''
    this.reportedValue = undefined
    this.valueShown()
    this.model('value', '')
  }

  /** To be called at the end of the constructor. */
  protected listen(): void {
    const { control } = this
    control.addEventListener('keydown', (event) => this.keyPressed(event as KeyboardEvent))
    control.addEventListener('input', (event) => this.typed(event as InputEvent))
    control.addEventListener('compositionstart', () => {
      this.composing = true
      this.placeholderNode?.setVisible(false)
    })
    control.addEventListener('compositionend', () => {
      this.composing = false
      this.edited()
      this.applyValue()
    })
    control.addEventListener('focus', () => this.focused())
    control.addEventListener('blur', () => this.blurred())
  }

  protected override update(changed: ReadonlySet<string>): void {
    if (changed.has('maxlength') && this.waitingValue === undefined) this.waitingValue = this.control.value
    this.applyValue()
    if (changed.has('disabled')) this.applyDisabled()
    if (changed.has('cursor-color')) this.control.style.caretColor = this.textOf('cursor-color')
    if (changed.has('confirm-type')) this.control.enterKeyHint = enterKeyHint(this.confirmType())
    if ([...changed].some((name) => /^(placeholder|aria-label)/.test(name))) this.showPlaceholder()
    this.applyFocus(changed)
    if (document.activeElement === this && this.control.matches(':focus')) this.applySelection(changed)
  }

  protected abstract readonly component: 'input' | 'textarea'
  protected abstract readonly defaultConfirmType: string
  /** The value in the control has changed, by whomever. */
  protected valueShown(): void {
    this.placeholderNode?.setVisible(this.control.value === '')
  }
  protected abstract enterPressed(event: KeyboardEvent): void

  protected confirmType(): string {
    return this.textOf('confirm-type') || this.defaultConfirmType
  }

  protected confirm(): void {
    this.emit('confirm', { value: this.control.value })
    if (!this.flag('confirm-hold')) this.control.blur()
  }

  protected blurDetail(): Record<string, unknown> {
    return { value: this.control.value, cursor: this.control.selectionEnd ?? 0 }
  }

  private keyPressed(event: KeyboardEvent): void {
    this.lastKeyCode = event.keyCode
    // 229: Safari's Enter that ends a composition.
    if (event.key === 'Enter' && !event.isComposing && event.keyCode !== 229) this.enterPressed(event)
  }

  private typed(event: InputEvent): void {
    if (this.composing || event.isComposing) return
    const text = event.data
    if (text) this.lastKeyCode = text.charCodeAt(text.length - 1)
    else if (event.inputType?.startsWith('delete')) this.lastKeyCode = 8
    this.edited()
  }

  private edited(): void {
    const { value } = this.control
    // Browsers differ in whether the text of a composition comes once more after its end.
    if (value === this.reportedValue) return
    this.reportedValue = value
    this.waitingValue = undefined
    this.valueShown()
    this.edits.record(this.port, () => {
      this.model('value', value)
      this.emit('input', {
        value,
        cursor: this.control.selectionEnd ?? value.length,
        keyCode: this.lastKeyCode,
      })
    })
  }

  private applyValue(): void {
    if (this.waitingValue === undefined || this.composing) return
    const limit = this.maxLength()
    const value = limit < 0 ? this.waitingValue : this.waitingValue.slice(0, limit)
    this.waitingValue = undefined
    if (limit < 0) this.control.removeAttribute('maxlength')
    else this.control.maxLength = limit
    if (value !== this.control.value) {
      this.reportedValue = undefined
      replaceKeepingCaret(this.control, value)
    }
    this.valueShown()
  }

  private maxLength(): number {
    const limit = this.numberOf('maxlength', defaultMaxLength)
    return limit < 0 ? -1 : Math.floor(limit)
  }

  private applyDisabled(): void {
    const disabled = this.flag('disabled')
    this.control.readOnly = disabled
    this.control.tabIndex = disabled ? -1 : 0
    this.toggleAttribute('disabled', disabled)
    if (disabled) this.control.blur()
  }

  private showPlaceholder(): void {
    const text = this.textOf('placeholder')
    this.placeholderNode ??= new Placeholder(this, `${this.component}-placeholder`)
    const classes = this.properties['placeholder-class']
    this.placeholderNode.show(
      text,
      classes === undefined ? undefined : String(classes),
      this.textOf('placeholder-style'),
      this.control.value === '',
    )
    this.control.ariaLabel = this.textOf('aria-label') || text || null
  }

  private applyFocus(changed: ReadonlySet<string>): void {
    if (!changed.has('focus') && !changed.has('auto-focus')) return
    if (this.flag('focus') || (changed.has('auto-focus') && this.flag('auto-focus'))) this.focusKeeper.want()
    else if (changed.has('focus')) this.focusKeeper.leave()
  }

  private applySelection(changed: ReadonlySet<string>): void {
    const start = this.numberOf('selection-start', -1)
    const end = this.numberOf('selection-end', -1)
    const cursor = this.numberOf('cursor', -1)
    if ((changed.has('selection-start') || changed.has('selection-end')) && start >= 0 && end >= 0) {
      this.control.setSelectionRange(start, end)
    } else if (changed.has('cursor') && cursor >= 0) this.control.setSelectionRange(cursor, cursor)
  }

  private focused(): void {
    if (this.flag('disabled')) return
    this.applySelection(new Set(['selection-start', 'selection-end', 'cursor']))
    this.openKeyboard()
    this.emit('focus', { value: this.control.value, height: this.keyboardHeight })
  }

  private blurred(): void {
    this.closeKeyboard()
    this.emit('blur', this.blurDetail())
  }

  private openKeyboard(): void {
    const { left, top, width, height } = this.getBoundingClientRect()
    const parameters: KeyboardParameters = {
      component: this.component,
      type: this.textOf('type', 'text'),
      confirmType: this.confirmType(),
      showConfirmBar: this.flag('show-confirm-bar', true),
      adjustPosition: this.flag('adjust-position', true),
      cursorSpacing: toPx(this.properties['cursor-spacing'] ?? 0, innerWidth),
      holdKeyboard: this.flag('hold-keyboard'),
      box: { left, top, width, height },
    }
    const keyboard = this.port.widget('keyboard', parameters, (name, detail) =>
      this.keyboardEvent(name, detail),
    )
    // A container without on-screen keyboard refuses; typing goes on without one.
    keyboard.result.catch(() => {})
    this.keyboard = keyboard
  }

  private closeKeyboard(): void {
    this.keyboard?.close()
    this.keyboard = undefined
    if (this.keyboardHeight !== 0) this.keyboardMoved({ height: 0, duration: 0 })
  }

  private keyboardEvent(name: string, detail: unknown): void {
    if (name === 'height') this.keyboardMoved(detail as KeyboardHeight)
    else if (name === 'done') {
      this.emit('confirm', { value: this.control.value })
      this.control.blur()
    }
  }

  private keyboardMoved({ height, duration }: KeyboardHeight): void {
    this.keyboardHeight = height
    this.shadowRoot
      ?.querySelector<HTMLElement>('slot:not([name])')
      ?.style.setProperty('--keyboard-height', `${height}px`)
    this.emit('keyboardheightchange', { height, duration })
  }
}

function enterKeyHint(confirmType: string): string {
  return confirmType === 'return' ? 'enter' : confirmType
}

/** The caret keeps its distance from the end, so that a mask which inserts blanks does not leave it behind. */
function replaceKeepingCaret(control: TextControl, value: string): void {
  const fromEnd = control.value.length - (control.selectionEnd ?? control.value.length)
  const sameLength = control.value.length === value.length
  const caret = sameLength ? (control.selectionEnd ?? value.length) : Math.max(0, value.length - fromEnd)
  control.value = value
  if (control.matches(':focus')) control.setSelectionRange(caret, caret)
}
