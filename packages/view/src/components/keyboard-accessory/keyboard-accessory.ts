import { ReflectingElement } from '../reflecting-element'

/** Shown by the `input` or `textarea` around it while that has the focus, which also knows how high the keyboard is. */
export const keyboardAccessoryStyles = `
wx-keyboard-accessory {
  display: block; position: fixed; left: 0; right: 0; bottom: var(--keyboard-height, 0); z-index: 1000;
  white-space: normal;
}
`

export class KeyboardAccessoryElement extends ReflectingElement {
  constructor() {
    super()
    // A tap on the bar is for its buttons and leaves the field its focus.
    this.addEventListener('mousedown', (event) => event.preventDefault())
  }
}
