import { watchKeyboard } from './keyboard'
import { guardPageContainer } from './page-container'
import { openPicker } from './picker'
import { openWebView } from './web-view'
import type { WidgetFactory } from './widget'

/** Name → widget. Frames reach them by own-property name. */
export const widgets: Readonly<Record<string, WidgetFactory>> = {
  keyboard: watchKeyboard,
  'page-container': guardPageContainer,
  picker: openPicker,
  'web-view': openWebView,
}
