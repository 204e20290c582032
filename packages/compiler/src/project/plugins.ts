import { PLUGINS_FOLDER, type PluginInfo } from '@sampan/protocol'
import type { Place, Report } from '../diagnostics/diagnose'
import type { SourceFiles } from '../source-files'
import { hasPageFiles, type PageEntry } from './packages'
import { normalisePath } from './paths'
import type { ProjectConfig } from './project-config'
import { type JsonObject, readJsonObject } from './read-json'

/** A plugin of app.json whose sources are in the project (`version: "dev"`), read from its plugin.json. */
export interface LocalPlugin {
  name: string
  info: PluginInfo
  /** Name in `plugin://<plugin>/<name>` → component. */
  components: ReadonlyMap<string, string>
  pages: PageEntry[]
}

/** Where the project's plugin is to be seen: its folder on the left, among the program's files on the right. */
export interface PluginMount {
  from: string
  to: string
}

const SOURCE_VERSION = 'dev'

export function findPluginMounts({ root, pluginRoot }: ProjectConfig, files: SourceFiles): PluginMount[] {
  if (pluginRoot === undefined || !files.has(`${pluginRoot}plugin.json`)) return []
  const app = readJsonObject(`${root}app.json`, files, () => {})
  const folders = new Set(localEntries(app).map(([, entry]) => root + PLUGINS_FOLDER + folderNameOf(entry)))
  return [...folders].map((folder) => ({ from: pluginRoot, to: `${folder}/` }))
}

/** `files` have the mounts of `findPluginMounts`. */
export function readLocalPlugins(
  app: JsonObject,
  root: string,
  files: SourceFiles,
  report: Report,
): LocalPlugin[] {
  return localEntries(app).flatMap(([name, entry]) => {
    const pluginRoot = `${PLUGINS_FOLDER}${folderNameOf(entry)}/`
    const json = readJsonObject(`${root}${pluginRoot}plugin.json`, files, report)
    return json ? readPlugin(name, pluginRoot, entry, json) : []
  })

  function readPlugin(name: string, pluginRoot: string, entry: JsonObject, json: JsonObject): LocalPlugin {
    const within = (path: string) => pluginRoot + (normalisePath(path) ?? '')
    const pages = readPaths(json, 'pages', within)
    const main = findScript(within, json, 'main')
    const exported = findScript((path) => normalisePath(path) ?? '', entry, 'export')
    return {
      name,
      info: {
        root: pluginRoot,
        ...(main !== undefined && { main }),
        pages: Object.fromEntries([...pages].map(([page, { path }]) => [page, path])),
        ...(exported !== undefined && { export: exported }),
      },
      components: new Map(
        [...readPaths(json, 'publicComponents', within)].map(([component, { path }]) => [component, path]),
      ),
      pages: [...pages.values()]
        .filter(({ path, place }) => hasPageFiles(path, place, root, files, report))
        .map(({ path, place }) => ({ path, packageId: 'main', place })),
    }
  }

  function findScript(resolve: (path: string) => string, json: JsonObject, key: string): string | undefined {
    const written = json.text(key)
    if (written === undefined) return undefined
    const path = resolve(written)
    const found = ['', '.js', '.ts', '/index.js', '/index.ts'].map((end) => path + end)
    const file = found.find((candidate) => /\.[jt]s$/.test(candidate) && files.has(root + candidate))
    if (file === undefined) report('plugin-file-missing', { key, path: written }, json.placeOf(key))
    return file?.replace(/\.ts$/, '.js')
  }
}

function readPaths(
  json: JsonObject,
  key: string,
  resolve: (path: string) => string,
): Map<string, { path: string; place: Place }> {
  const texts = json.textMap(key) ?? new Map()
  return new Map(
    [...texts].map(([name, { value, place }]) => [name, { path: resolve(value as string), place }]),
  )
}

/** Those of the app and of its subpackages. */
function localEntries(app: JsonObject | undefined): [string, JsonObject][] {
  const owners = app ? [app, ...(app.objects('subpackages') ?? app.objects('subPackages') ?? [])] : []
  return owners.flatMap((owner) => {
    const plugins = owner.object('plugins')
    const entries = plugins?.keys().map((name) => [name, plugins.object(name)] as const) ?? []
    return entries.flatMap(([name, entry]): [string, JsonObject][] =>
      entry?.raw('version') === SOURCE_VERSION ? [[name, entry]] : [],
    )
  })
}

function folderNameOf(entry: JsonObject): string {
  const provider = entry.raw('provider')
  return typeof provider === 'string' && /^\w+$/.test(provider) ? provider : SOURCE_VERSION
}
