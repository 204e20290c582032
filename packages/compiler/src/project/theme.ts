import type { Report } from '../diagnostics/diagnose'
import type { SourceFiles } from '../source-files'
import { normalisePath } from './paths'
import { type JsonObject, readJsonObject } from './read-json'

export interface Theme {
  light: Record<string, string>
  dark: Record<string, string>
}

const THEMABLE_WINDOW = [
  'navigationBarBackgroundColor',
  'navigationBarTextStyle',
  'backgroundColor',
  'backgroundTextStyle',
  'backgroundColorTop',
  'backgroundColorBottom',
  'backgroundColorContent',
]
const THEMABLE_TAB_BAR = ['color', 'selectedColor', 'backgroundColor', 'borderStyle']
const THEMABLE_TAB = ['iconPath', 'selectedIconPath']

/** theme.json, and a check of the variables that app.json uses. */
export function readTheme(
  app: JsonObject,
  root: string,
  files: SourceFiles,
  report: Report,
): Theme | undefined {
  const location = app.text('themeLocation')
  const path = normalisePath(location ?? 'theme.json')
  const json = path === undefined ? undefined : readJsonObject(root + path, files, report)
  const theme = json && { light: readVariables(json, 'light'), dark: readVariables(json, 'dark') }
  if (location !== undefined && !theme) {
    report('asset-missing', { path: location }, app.placeOf('themeLocation'))
  }
  const window = app.object('window')
  if (window) checkThemeVariables(window, THEMABLE_WINDOW, theme, report)
  const tabBar = app.object('tabBar')
  if (tabBar) {
    checkThemeVariables(tabBar, THEMABLE_TAB_BAR, theme, report)
    for (const tab of tabBar.objects('list') ?? []) checkThemeVariables(tab, THEMABLE_TAB, theme, report)
  }
  return theme
}

export function checkPageTheme(page: JsonObject, theme: Theme | undefined, report: Report): void {
  checkThemeVariables(page, THEMABLE_WINDOW, theme, report)
}

function checkThemeVariables(
  json: JsonObject,
  keys: readonly string[],
  theme: Theme | undefined,
  report: Report,
): void {
  for (const key of keys) {
    const value = json.raw(key)
    if (typeof value !== 'string' || !value.startsWith('@')) continue
    const name = value.slice(1)
    if (!theme) {
      report('theme-file-missing', { name: value }, json.placeOf(key))
      continue
    }
    for (const mode of ['light', 'dark'] as const) {
      if (Object.hasOwn(theme[mode], name)) continue
      report('theme-variable-missing', { name: value, mode }, json.placeOf(key))
    }
  }
}

function readVariables(json: JsonObject, mode: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries([...(json.textMap(mode) ?? [])].map(([name, { value }]) => [name, value]))
}
