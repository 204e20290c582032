import { fetchedWidget } from './fetched-widget'
import { openFullscreen } from './fullscreen'
import { guardPageContainer } from './page-container'
import type { WidgetFactory } from './widget'

/** Name → widget. Frames reach them by own-property name. */
export const widgets: Readonly<Record<string, WidgetFactory>> = {
  camera: fetchedWidget('camera', () => import('./camera')),
  fullscreen: openFullscreen,
  keyboard: fetchedWidget('keyboard', () => import('./keyboard')),
  location: fetchedWidget('location', () => import('./location')),
  'nickname-review': fetchedWidget('nickname-review', () => import('./nickname-review')),
  'page-container': guardPageContainer,
  picker: fetchedWidget('picker', () => import('./picker')),
  'resolve-file': fetchedWidget('resolve-file', () => import('./resolve-file')),
  'web-view': fetchedWidget('web-view', () => import('./web-view')),
}
