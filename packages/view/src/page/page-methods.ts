import { getSelectedTextRange, hideKeyboard } from '../components/text-field/focused-field'
import { loadFontFace } from './load-font-face'

/** What the worker may call on the page itself: `call` messages to the root node. */
export function callPageMethod(name: string, args: readonly unknown[]): unknown {
  switch (name) {
    case 'loadFontFace':
      return loadFontFace(args[0])
    case 'hideKeyboard':
      return hideKeyboard()
    case 'getSelectedTextRange':
      return getSelectedTextRange()
    default:
      throw new Error(`page has no method ${name}`)
  }
}
