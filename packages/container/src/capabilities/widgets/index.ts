import { openFullscreen } from './fullscreen'
import { watchKeyboard } from './keyboard'
import { watchLocation } from './location'
import { reviewNickname } from './nickname-review'
import { guardPageContainer } from './page-container'
import { openPicker } from './picker'
import { resolveFile } from './resolve-file'
import { openWebView } from './web-view'
import type { WidgetFactory } from './widget'

/** Name → widget. Frames reach them by own-property name. */
export const widgets: Readonly<Record<string, WidgetFactory>> = {
  fullscreen: openFullscreen,
  keyboard: watchKeyboard,
  location: watchLocation,
  'nickname-review': reviewNickname,
  'page-container': guardPageContainer,
  picker: openPicker,
  'resolve-file': resolveFile,
  'web-view': openWebView,
}
