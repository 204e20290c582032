import type { WindowConfig } from '@sampan/protocol'
import type { Report } from '../diagnostics/diagnose'
import type { JsonObject } from './read-json'

export const DEFAULT_WINDOW: WindowConfig = {
  navigationBarBackgroundColor: '#000000',
  navigationBarTextStyle: 'white',
  navigationBarTitleText: '',
  navigationStyle: 'default',
  homeButton: false,
  backgroundColor: '#ffffff',
  backgroundTextStyle: 'dark',
  enablePullDownRefresh: false,
  onReachBottomDistance: 50,
  pageOrientation: 'portrait',
  disableScroll: false,
}

const COLOURS = [
  'navigationBarBackgroundColor',
  'backgroundColor',
  'backgroundColorTop',
  'backgroundColorBottom',
  'backgroundColorContent',
] as const
const FLAGS = ['homeButton', 'enablePullDownRefresh', 'disableScroll'] as const

/** The window fields that a JSON object sets: `window` of app.json, or a page's own JSON. */
export function readWindow(json: JsonObject, report: Report): Partial<WindowConfig> {
  const window: Partial<WindowConfig> = {}
  for (const key of COLOURS) {
    const value = readColour(json, key, report)
    if (value !== undefined) window[key] = value
  }
  for (const key of FLAGS) {
    const value = json.flag(key)
    if (value !== undefined) window[key] = value
  }
  const title = json.text('navigationBarTitleText')
  if (title !== undefined) window.navigationBarTitleText = title
  const distance = json.number('onReachBottomDistance')
  if (distance !== undefined) window.onReachBottomDistance = distance

  const barStyle = readThemable(json, 'navigationBarTextStyle', ['black', 'white'])
  if (barStyle !== undefined) window.navigationBarTextStyle = barStyle
  const textStyle = readThemable(json, 'backgroundTextStyle', ['dark', 'light'])
  if (textStyle !== undefined) window.backgroundTextStyle = textStyle
  const style = json.oneOf('navigationStyle', ['default', 'custom'])
  if (style !== undefined) window.navigationStyle = style
  const orientation = json.oneOf('pageOrientation', ['portrait', 'landscape', 'auto'])
  if (orientation !== undefined) window.pageOrientation = orientation
  return window
}

/** A hex colour or a theme variable. Others are reported and left out. */
export function readColour(json: JsonObject, key: string, report: Report): string | undefined {
  const value = json.text(key)?.trim()
  if (value === undefined || value === '') return undefined
  if (/^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(value) || value.startsWith('@')) return value
  report('colour-invalid', { key, found: value }, json.placeOf(key))
  // WeChat's simulator shows named and rgb() colours although phones need not: they stay.
  return /^[a-z]+$|^(rgb|hsl)a?\(/i.test(value) ? value : undefined
}

/** One of the allowed words, or a theme variable `@name`, which keeps its name until a theme is known. */
function readThemable<Value extends string>(
  json: JsonObject,
  key: string,
  allowed: readonly Value[],
): Value | undefined {
  const value = json.raw(key)
  if (typeof value === 'string' && value.startsWith('@')) return value as Value
  return json.oneOf(key, allowed)
}
