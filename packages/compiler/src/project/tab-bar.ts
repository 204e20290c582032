import type { TabBarConfig, TabBarItem } from '@sampan/protocol'
import type { Report } from '../diagnostics/diagnose'
import type { SourceFiles } from '../source-files'
import { normalisePath } from './paths'
import type { JsonObject } from './read-json'
import { readColour } from './window-config'

const ICON_LIMIT_BYTES = 40 * 1024

export function readTabBar(
  app: JsonObject,
  { mainPages, listed }: { mainPages: ReadonlySet<string>; listed: ReadonlySet<string> },
  root: string,
  files: SourceFiles,
  report: Report,
): TabBarConfig | undefined {
  const json = app.object('tabBar')
  if (!json) return undefined
  const custom = json.flag('custom') ?? false
  const list: TabBarItem[] = []
  const items = json.objects('list') ?? []
  for (const item of items) {
    const pagePath = item.text('pagePath')
    const path = pagePath === undefined ? undefined : normalisePath(pagePath)
    if (path === undefined || !mainPages.has(path)) {
      const isReported = path !== undefined && listed.has(path) && !files.has(`${root}${path}.wxml`)
      if (!isReported) report('tab-bar-page', { path: pagePath ?? '' }, item.placeOf('pagePath'))
      continue
    }
    list.push({
      pagePath: path,
      text: item.text('text') ?? '',
      ...readIcon(item, 'iconPath', root, files, report),
      ...readIcon(item, 'selectedIconPath', root, files, report),
    })
  }
  const maximum = custom ? 10 : 5
  if (items.length < 2 || items.length > maximum) {
    report('tab-bar-count', { minimum: 2, maximum, found: items.length }, json.placeOf('list'))
  }
  if (list.length === 0) return undefined
  return {
    color: readColour(json, 'color', report) ?? '#7A7E83',
    selectedColor: readColour(json, 'selectedColor', report) ?? '#3cc51f',
    backgroundColor: readColour(json, 'backgroundColor', report) ?? '#ffffff',
    borderStyle: json.text('borderStyle') ?? 'black',
    position: json.oneOf('position', ['bottom', 'top']) ?? 'bottom',
    custom,
    list: list.slice(0, maximum),
  }
}

function readIcon<Key extends 'iconPath' | 'selectedIconPath'>(
  item: JsonObject,
  key: Key,
  root: string,
  files: SourceFiles,
  report: Report,
): { [name in Key]?: string } {
  const given = item.text(key)
  if (given === undefined || given === '') return {}
  if (given.startsWith('@')) return { [key]: given } as { [name in Key]: string }
  const path = normalisePath(given)
  const place = item.placeOf(key)
  if (path === undefined || !files.has(root + path)) {
    report('tab-bar-icon-missing', { path: given }, place)
    return {}
  }
  if (!/\.(png|jpe?g)$/i.test(path)) {
    report('tab-bar-icon-type', { path: given }, place)
  } else if (files.sizeBytes(root + path) > ICON_LIMIT_BYTES) {
    report('tab-bar-icon-size', { path: given }, place)
  }
  return { [key]: path } as { [name in Key]: string }
}
