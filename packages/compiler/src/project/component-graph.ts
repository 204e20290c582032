import type { StyleIsolation, WindowConfig } from '@sampan/protocol'
import type { Place, Report } from '../diagnostics/diagnose'
import type { SourceFiles } from '../source-files'
import { type AppProject, forWeixin } from './app-config'
import { packageOf } from './packages'
import { type JsonObject, type JsonText, readJsonObject } from './read-json'
import { findComponent, resolvePluginComponent } from './resolve-component'
import { checkPageTheme } from './theme'
import { readWindow } from './window-config'

/** A page or custom component, as its JSON describes it. Paths have no extension and start at the program's root. */
export interface ComponentNode {
  path: string
  packageId: string
  isPage: boolean
  isComponent: boolean
  usingComponents: Record<string, string>
  /** Tags of `usingComponents` that come from app.json and not from its own JSON. */
  inheritedTags: ReadonlySet<string>
  componentPlaceholder: Record<string, string>
  componentGenerics: Record<string, string | null>
  /** Tags whose component is missing or comes from a plugin: known, although nothing implements them. */
  brokenTags: string[]
  styleIsolation?: StyleIsolation
  pureDataPattern?: string
  renderer?: 'webview' | 'skyline'
  /** Window fields of a page's JSON. */
  window: Partial<WindowConfig>
}

const STYLE_ISOLATIONS = [
  'isolated',
  'apply-shared',
  'shared',
  'page-isolated',
  'page-apply-shared',
  'page-shared',
] as const

export const CUSTOM_TAB_BAR = 'custom-tab-bar/index'

/** Pages and every component that they reach, pages first. */
export function collectComponents(
  app: AppProject,
  root: string,
  files: SourceFiles,
  report: Report,
): Map<string, ComponentNode> {
  const nodes = new Map<string, ComponentNode>()
  const queue: ComponentNode[] = []
  const xrComponents: { path: string; place: Place }[] = []

  const add = (path: string, isPage: boolean): ComponentNode => {
    const known = nodes.get(path)
    if (known) return known
    const node: ComponentNode = {
      path,
      packageId: packageOf(path, app.subpackages),
      isPage,
      isComponent: false,
      usingComponents: {},
      inheritedTags: new Set(),
      componentPlaceholder: {},
      componentGenerics: {},
      brokenTags: [],
      window: {},
    }
    nodes.set(path, node)
    queue.push(node)
    return node
  }

  for (const { path } of app.pages) add(path, true)
  const appComponents = resolveUsing(app.usingComponents, 'app')
  if (app.config.tabBar?.custom) addCustomTabBar()
  for (let node = queue.shift(); node; node = queue.shift()) readNode(node)
  const [xrComponent] = xrComponents
  if (xrComponent) {
    const count = String(xrComponents.length)
    report('renderer-xr-frame', { path: xrComponent.path, count }, xrComponent.place)
  }
  return nodes

  function addCustomTabBar(): void {
    if (findComponent(`/${CUSTOM_TAB_BAR}`, 'app', root, files).path !== undefined) add(CUSTOM_TAB_BAR, false)
    else report('custom-tab-bar-missing', {}, { file: `${root}app.json` })
  }

  function readNode(node: ComponentNode): void {
    const own = readJsonObject(`${root}${node.path}.json`, files, report)
    const ext = app.extPages.get(node.path)
    const merged = own && ext ? own.withOver(ext) : (own ?? ext)
    const json = merged && forWeixin(merged)
    const isIndependent = app.subpackages.some(({ id, independent }) => independent && id === node.packageId)
    const inherited = isIndependent ? { using: {}, broken: [] } : appComponents
    const using = resolveUsing(json?.textMap('usingComponents') ?? new Map(), node.path)

    node.isComponent = json?.flag('component') ?? false
    if (!node.isPage && !node.isComponent) {
      const place = json?.place ?? { file: `${root}${node.path}.json`, line: 1, column: 1 }
      report('component-not-declared', { path: node.path }, place)
    }
    node.usingComponents = { ...inherited.using, ...using.using }
    for (const tag of using.broken) delete node.usingComponents[tag]
    node.inheritedTags = new Set(
      Object.keys(inherited.using).filter((tag) => !Object.hasOwn(using.using, tag)),
    )
    node.brokenTags = [...inherited.broken, ...using.broken]
    node.componentPlaceholder = readPlaceholders(json, isIndependent)
    node.componentGenerics = json ? readGenerics(json, node.path) : {}
    if (json) readOptions(node, json)
    const isolation = findScriptIsolation(node.path)
    if (isolation) node.styleIsolation = isolation
    for (const path of Object.values(node.usingComponents)) add(path, false)
    for (const path of Object.values(node.componentGenerics)) if (path !== null) add(path, false)
    checkPackages(node, using.places)
  }

  function readOptions(node: ComponentNode, json: JsonObject): void {
    const isolation = json.oneOf('styleIsolation', STYLE_ISOLATIONS)
    if (isolation) node.styleIsolation = isolation
    const pattern = json.text('pureDataPattern')
    if (pattern !== undefined) node.pureDataPattern = pattern
    const renderer = json.oneOf('renderer', ['webview', 'skyline', 'cover-view', 'xr-frame'])
    if (renderer === 'webview' || renderer === 'skyline') node.renderer = renderer
    if (renderer === 'xr-frame') xrComponents.push({ path: node.path, place: json.placeOf('renderer') })
    if (!node.isPage) return
    node.window = readWindow(json, report)
    checkPageTheme(json, app.theme, report)
  }

  /** `options: { styleIsolation: 'shared' }` of the component's script decides on class names, so it is looked for here. */
  function findScriptIsolation(path: string): StyleIsolation | undefined {
    const script = files.readText(`${root}${path}.js`) ?? files.readText(`${root}${path}.ts`)
    if (!script?.includes('styleIsolation')) return undefined
    const found = /^(?!\s*(?:\/\/|\*)).*\bstyleIsolation['"]?\s*:\s*['"`]([a-z-]+)['"`]/m.exec(script)?.[1]
    return STYLE_ISOLATIONS.find((isolation) => isolation === found)
  }

  function readPlaceholders(json: JsonObject | undefined, isIndependent: boolean): Record<string, string> {
    const own = json?.textMap('componentPlaceholder')
    return textsOf(new Map([...(isIndependent ? [] : app.componentPlaceholder), ...(own ?? [])]))
  }

  function readGenerics(json: JsonObject, from: string): Record<string, string | null> {
    const generics = json.object('componentGenerics')
    if (!generics) return {}
    const result: Record<string, string | null> = {}
    for (const name of generics.keys()) {
      const raw = generics.raw(name)
      const given =
        raw !== null && typeof raw === 'object' ? generics.object(name)?.text('default') : undefined
      const found = given === undefined ? undefined : findComponent(given, from, root, files).path
      if (given !== undefined && found === undefined) {
        report('generic-missing', { name, path: given }, generics.placeOf(name))
      }
      result[name] = found ?? null
    }
    return result
  }

  function resolveUsing(
    map: Map<string, JsonText>,
    from: string,
  ): { using: Record<string, string>; broken: string[]; places: Map<string, Place> } {
    const using: Record<string, string> = {}
    const broken: string[] = []
    const places = new Map<string, Place>()
    for (const [tag, { value, place }] of map) {
      const path = resolvePluginComponent(value, app.plugins)
      const found = path === undefined ? undefined : findComponent(path, from, root, files)
      if (found?.path !== undefined) {
        using[tag] = found.path
        places.set(tag, place)
        continue
      }
      broken.push(tag)
      if (found) report('component-missing', { tag, path: value, tried: found.tried.join(', ') }, place)
      else report('component-plugin', { tag, path: value }, place)
    }
    return { using, broken, places }
  }

  function checkPackages(node: ComponentNode, places: Map<string, Place>): void {
    const own = app.subpackages.find(({ id }) => id === node.packageId)
    for (const [tag, place] of places) {
      const path = node.usingComponents[tag]!
      const target = packageOf(path, app.subpackages)
      if (target === node.packageId) continue
      if (own?.independent) {
        report('independent-uses-outside', { package: own.id, path }, place)
      } else if (target !== 'main' && !(tag in node.componentPlaceholder)) {
        report('component-other-package', { tag, path, package: target }, place)
      }
    }
  }
}

function textsOf(map: Map<string, JsonText>): Record<string, string> {
  return Object.fromEntries([...map].map(([key, { value }]) => [key, value]))
}
