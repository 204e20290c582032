import { createMarkup, createSheet, attachShadow } from '../styling/sheets'
import { hasKeysFor, inputModeOf } from '../text-field/key-filter'
import { TextField } from '../text-field/text-field'
import { textFieldStyles } from '../text-field/text-field-styles'

export const inputStyles = `
wx-input {
  display: block; height: 1.4rem; min-height: 1.4rem; overflow: hidden; cursor: auto; white-space: nowrap;
  text-overflow: clip;
}
`

const sheet = createSheet(`${textFieldStyles}
.box { display: flex; align-items: center; }
.control { flex: 1; align-self: stretch; }
/* Its place in the box centres it, whatever the page says: placeholder classes of libraries give a top of 0. */
slot[name='placeholder']::slotted(*) { top: auto !important; bottom: auto !important; white-space: nowrap; text-overflow: clip; }
`)
const markup = createMarkup(
  '<div class="box"><slot name="placeholder"></slot><input class="control" autocomplete="off" autocapitalize="off" spellcheck="false"></div><slot></slot>',
)

const secretTypes = new Set(['password', 'safe-password'])

export class InputElement extends TextField {
  protected override readonly component = 'input'
  protected override readonly defaultConfirmType = 'done'
  protected override readonly control: HTMLInputElement

  constructor() {
    super()
    this.control = attachShadow(this, sheet, markup).querySelector('input')!
    this.control.maxLength = 140
    this.control.enterKeyHint = this.defaultConfirmType
    this.control.addEventListener('beforeinput', (event) => {
      const typing = event.inputType === 'insertText' && event.data !== null
      if (typing && !hasKeysFor(this.textOf('type'), event.data)) event.preventDefault()
    })
    this.listen()
  }

  protected override update(changed: ReadonlySet<string>): void {
    if (changed.has('type') || changed.has('password')) {
      const type = this.textOf('type', 'text')
      const secret = this.flag('password') || secretTypes.has(type)
      this.control.type = secret ? 'password' : 'text'
      this.control.inputMode = type === 'safe-password' ? 'numeric' : inputModeOf(type)
      this.control.setAttribute(
        'autocomplete',
        type === 'nickname' ? 'nickname' : secret ? 'new-password' : 'off',
      )
    }
    super.update(changed)
  }

  protected override enterPressed(event: KeyboardEvent): void {
    event.preventDefault()
    this.confirm()
  }

  protected override blurDetail(): Record<string, unknown> {
    const type = this.textOf('type')
    if (type === 'nickname') this.reviewNickname(this.control.value)
    if (type !== 'safe-password') return super.blurDetail()
    return { ...super.blurDetail(), encryptedValue: '', encryptError: 'fail not supported' }
  }

  private reviewNickname(value: string): void {
    if (value === '') return
    const answered = (pass: boolean, timeout: boolean): void => {
      this.emit('nicknamereview', { pass, timeout })
      if (pass || this.control.value !== value) return
      this.formReset()
      this.model('value', '')
    }
    this.port.widget('nickname-review', { value }).result.then(
      (answer) => answered((answer as { pass?: unknown } | null)?.pass === true, false),
      () => answered(true, true),
    )
  }
}
