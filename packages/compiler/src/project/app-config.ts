import type { AppConfig, PackageInfo } from '@sampan/protocol'
import type { Report } from '../diagnostics/diagnose'
import type { SourceFiles } from '../source-files'
import { checkApp } from './check-app'
import { checkExtendedLibraries } from './extended-libraries'
import { type PageEntry, type Subpackage, readPages, readSubpackages } from './packages'
import { folderPrefix, normalisePath } from './paths'
import { type LocalPlugin, readLocalPlugins } from './plugins'
import { type JsonObject, type JsonText, readJsonObject } from './read-json'
import { readTabBar } from './tab-bar'
import { readTheme } from './theme'
import { DEFAULT_WINDOW, readWindow } from './window-config'

/** app.json, read and checked. */
export interface AppProject {
  config: AppConfig
  pages: PageEntry[]
  subpackages: Subpackage[]
  plugins: LocalPlugin[]
  usingComponents: Map<string, JsonText>
  componentPlaceholder: Map<string, JsonText>
  renderer: 'webview' | 'skyline'
  theme?: { light: Record<string, string>; dark: Record<string, string> }
  /** Page path → JSON that ext.json lays over the page's own. */
  extPages: Map<string, JsonObject>
}

const KNOWN_KEYS = [
  'pages',
  'entryPagePath',
  'window',
  'tabBar',
  'networkTimeout',
  'debug',
  'darkmode',
  'permission',
  'requiredPrivateInfos',
  'requiredBackgroundModes',
  'preloadRule',
  'resolveAlias',
  'workers',
  'style',
  'lazyCodeLoading',
  '__usePrivacyCheck__',
  'subpackages',
  'subPackages',
  'usingComponents',
  'componentPlaceholder',
  'mini-weixin',
  'mini-ios',
  'mini-android',
  'mini-ohos',
]

export function readAppProject(root: string, files: SourceFiles, report: Report): AppProject | undefined {
  const path = `${root}app.json`
  const own = readJsonObject(path, files, report)
  if (!own) {
    report('app-json-missing', { folder: root || '/' }, {})
    return undefined
  }
  const ext = readExtension(root, files, report)
  const json = forWeixin(ext ? own.withOver(ext.app) : own)

  const subpackages = readSubpackages(json, root, files, report)
  const { pages, listed } = readPages(json, subpackages, root, files, report)
  if (listed.size === 0) report('pages-empty', {}, json.placeOf('pages'))
  const theme = readTheme(json, root, files, report)
  const mainPages = new Set(pages.filter((page) => page.packageId === 'main').map((page) => page.path))
  const tabBar = readTabBar(json, { mainPages, listed }, root, files, report)
  const window = json.object('window')
  checkApp(json, pages, root, files, report)
  checkExtendedLibraries(json, root, files, report)
  const plugins = readLocalPlugins(json, root, files, report)

  return {
    config: {
      entryPagePath: readEntryPage(json, pages, report),
      window: { ...DEFAULT_WINDOW, ...(window && readWindow(window, report)) },
      ...(tabBar && { tabBar }),
      networkTimeout: readTimeouts(json),
      debug: json.flag('debug') ?? false,
      darkmode: json.flag('darkmode') ?? false,
      permission: readPermission(json),
      requiredPrivateInfos: json.texts('requiredPrivateInfos')?.map((text) => text.value) ?? [],
      requiredBackgroundModes: json.texts('requiredBackgroundModes')?.map((text) => text.value) ?? [],
      preloadRule: readPreloadRule(json, pages, subpackages, report),
      resolveAlias: readAlias(json, report),
      ...(plugins.length > 0 && {
        plugins: Object.fromEntries(plugins.map(({ name, info }) => [name, info])),
      }),
      ...readWorkers(json, root, files, report),
      ...(json.oneOf('style', ['v2']) && { style: 'v2' as const }),
      ...pickText(json, 'lazyCodeLoading'),
      usePrivacyCheck: json.raw('__usePrivacyCheck__') === true,
      extra: json.without(...KNOWN_KEYS).toPlain(),
    },
    pages: [...pages, ...plugins.flatMap((plugin) => plugin.pages)],
    subpackages,
    plugins,
    usingComponents: json.textMap('usingComponents') ?? new Map(),
    componentPlaceholder: json.textMap('componentPlaceholder') ?? new Map(),
    renderer: json.oneOf('renderer', ['webview', 'skyline']) ?? 'webview',
    ...(theme && { theme }),
    extPages: ext?.pages ?? new Map(),
  }
}

/** The `mini-weixin` block laid over what is around it. */
export function forWeixin(json: JsonObject): JsonObject {
  const block = json.object('mini-weixin')
  return block ? json.withOver(block) : json
}

export function packageInfos(project: AppProject): Omit<PackageInfo, 'sizeBytes' | 'hasViewScript'>[] {
  const main = { id: 'main', root: '', independent: false }
  const subpackages = project.subpackages.map(({ id, root, name, independent }) => ({
    id,
    root: root.slice(0, -1),
    ...(name !== undefined && { name }),
    independent,
  }))
  return [main, ...subpackages]
}

function readEntryPage(json: JsonObject, pages: PageEntry[], report: Report): string {
  const first = pages[0]?.path ?? ''
  const wished = json.text('entryPagePath')
  if (wished === undefined) return first
  const path = normalisePath(wished.replace(/\.html$/, ''))
  if (path !== undefined && pages.some((page) => page.path === path)) return path
  report('entry-page-missing', { path: wished }, json.placeOf('entryPagePath'))
  return first
}

function readTimeouts(json: JsonObject): AppConfig['networkTimeout'] {
  const given = json.object('networkTimeout')
  const read = (key: string) => given?.number(key) ?? 60_000
  return {
    request: read('request'),
    connectSocket: read('connectSocket'),
    uploadFile: read('uploadFile'),
    downloadFile: read('downloadFile'),
  }
}

function readPermission(json: JsonObject): AppConfig['permission'] {
  const permission = json.object('permission')
  if (!permission) return {}
  return Object.fromEntries(
    permission.keys().map((scope) => [scope, { desc: permission.object(scope)?.text('desc') ?? '' }]),
  )
}

function readPreloadRule(
  json: JsonObject,
  pages: PageEntry[],
  subpackages: Subpackage[],
  report: Report,
): AppConfig['preloadRule'] {
  const rules = json.object('preloadRule')
  if (!rules) return {}
  const idOf = new Map<string, string>([['__APP__', 'main']])
  for (const subpackage of subpackages) {
    idOf.set(subpackage.root.slice(0, -1), subpackage.id)
    if (subpackage.name !== undefined) idOf.set(subpackage.name, subpackage.id)
  }
  const result: AppConfig['preloadRule'] = {}
  for (const key of rules.keys()) {
    const rule = rules.object(key)
    if (!rule) continue
    const route = normalisePath(key) ?? key
    if (!pages.some((page) => page.path === route)) {
      report('preload-rule-page', { name: key }, rules.placeOf(key))
      continue
    }
    const packages: string[] = []
    for (const { value, place } of rule.texts('packages') ?? []) {
      const id = idOf.get(value) ?? idOf.get(normalisePath(value) ?? '')
      if (id !== undefined) packages.push(id)
      else report('preload-rule-package', { name: value }, place)
    }
    result[route] = { packages, network: rule.oneOf('network', ['wifi', 'all']) ?? 'wifi' }
  }
  return result
}

function readAlias(json: JsonObject, report: Report): Record<string, string> {
  const alias: Record<string, string> = {}
  for (const [key, { value, place }] of json.textMap('resolveAlias') ?? []) {
    if (key.endsWith('/*') && value.endsWith('/*')) alias[key] = value
    else report('resolve-alias', { key, value }, place)
  }
  return alias
}

function readWorkers(
  json: JsonObject,
  root: string,
  files: SourceFiles,
  report: Report,
): Pick<AppConfig, 'workers'> {
  const raw = json.raw('workers')
  if (raw === undefined || raw === null) return {}
  const path =
    typeof raw === 'object' && !Array.isArray(raw)
      ? json.object('workers')?.text('path')
      : json.text('workers')
  if (path === undefined) return {}
  const folder = folderPrefix(path)
  if (!files.list().some((file) => file.startsWith(root + folder))) {
    report('workers-missing', { path }, json.placeOf('workers'))
  }
  return { workers: folder.replace(/\/$/, '') }
}

function pickText<Key extends string>(json: JsonObject, key: Key): { [name in Key]?: string } {
  const value = json.text(key)
  return value === undefined ? {} : ({ [key]: value } as { [name in Key]: string })
}

/** ext.json: its app.json fields and its pages, if `extEnable` is on. */
function readExtension(
  root: string,
  files: SourceFiles,
  report: Report,
): { app: JsonObject; pages: Map<string, JsonObject> } | undefined {
  const json = readJsonObject(`${root}ext.json`, files, report)
  if (!json || json.raw('extEnable') !== true) return undefined
  const pages = new Map<string, JsonObject>()
  const extPages = json.object('extPages')
  for (const key of extPages?.keys() ?? []) {
    const page = extPages!.object(key)
    if (page) pages.set(normalisePath(key) ?? key, page)
  }
  return { app: json.without('extEnable', 'extAppid', 'directCommit', 'ext', 'extPages'), pages }
}
