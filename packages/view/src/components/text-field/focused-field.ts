import { TextField } from './text-field'

/** The `input` or `textarea` that has the focus. */
export function focusedField(): TextField | undefined {
  const focused = document.activeElement
  return focused instanceof TextField ? focused : undefined
}

/** For `wx.hideKeyboard`. Answers whether there was a keyboard to hide. */
export function hideKeyboard(): boolean {
  const field = focusedField()
  field?.callMethod('blur', [])
  return field !== undefined
}

/** For `wx.getSelectedTextRange`. */
export function getSelectedTextRange(): { start: number; end: number } | undefined {
  return focusedField()?.selectedRange()
}
