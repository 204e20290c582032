import type { Report } from '../diagnostics/diagnose'
import type { SourceFiles } from '../source-files'
import { readPackRules } from './pack-rules'
import { folderPrefix } from './paths'
import { type JsonObject, readJsonObject } from './read-json'

/** What project.config.json and project.private.config.json say about compiling. */
export interface ProjectConfig {
  /** Root of the mini program in the files, '' or with a slash at the end. */
  root: string
  /** Folder of the project's own plugin, with a slash at the end. */
  pluginRoot?: string
  appId: string
  name: string
  /** `setting.useCompilerPlugins`: typescript, less, sass. */
  compilerPlugins: ReadonlySet<string>
  minified: boolean
  /** `setting.packNpmRelationList`, only if `packNpmManually` is on. */
  npmRelations: { packageJsonPath: string; miniprogramNpmDistDir: string }[]
  /** Whether a file, by its path from the program's root, may come into the bundle. */
  isPacked(path: string): boolean
}

const PUBLIC_PATH = 'project.config.json'
const PRIVATE_PATH = 'project.private.config.json'

/** Keys of the private file that count; of `setting`, all but those that change the compiled program. */
const PRIVATE_KEYS = [
  'appid',
  'projectname',
  'description',
  'miniprogramRoot',
  'srcMiniprogramRoot',
  'packOptions',
  'condition',
  'libVersion',
  'setting',
]

export function readProjectConfig(files: SourceFiles, report: Report): ProjectConfig {
  const shared = readJsonObject(PUBLIC_PATH, files, report)
  const personal = readJsonObject(PRIVATE_PATH, files, report)
  const config = mergePersonal(shared, personal)
  const setting = shared?.object('setting')
  const root = findRoot(config, files, report)
  const pluginNames = setting?.raw('useCompilerPlugins') ? setting.texts('useCompilerPlugins') : undefined
  const pluginRoot = folderPrefix(config?.text('pluginRoot') ?? '')
  return {
    root,
    ...(pluginRoot !== '' && { pluginRoot }),
    appId: config?.text('appid') || 'touristappid',
    name: decodeName(config?.text('projectname') ?? ''),
    compilerPlugins: new Set(pluginNames?.map((plugin) => plugin.value)),
    minified: setting?.flag('minified') ?? false,
    npmRelations: setting?.flag('packNpmManually') ? readNpmRelations(setting) : [],
    isPacked: readPacking(config, root, report),
  }
}

/** WeChat's tools write names that are not ASCII as in URLs. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Folders of the project that are not of the program, even where they lie inside of it. */
const OTHER_ROOTS = [
  'pluginRoot',
  'cloudfunctionRoot',
  'cloudbaseRoot',
  'cloudcontainerRoot',
  'cloudfunctionTemplateRoot',
  'qcloudRoot',
  'jsserverRoot',
  'testRoot',
]

function readPacking(
  config: JsonObject | undefined,
  root: string,
  report: Report,
): (path: string) => boolean {
  const packOptions = config?.object('packOptions')
  const ignore = readPackRules(packOptions, 'ignore', report)
  const include = readPackRules(packOptions, 'include', report)
  const others = OTHER_ROOTS.map((key) => folderPrefix(config?.text(key) ?? '')).filter(
    (folder) => folder !== '' && folder !== root && folder.startsWith(root),
  )
  return (path) => {
    if (others.some((folder) => (root + path).startsWith(folder))) return false
    const lower = path.toLowerCase()
    return !ignore.some((rule) => rule(lower)) || include.some((rule) => rule(lower))
  }
}

function mergePersonal(shared?: JsonObject, personal?: JsonObject): JsonObject | undefined {
  if (!personal) return shared
  const allowed = personal.without(...personal.keys().filter((key) => !PRIVATE_KEYS.includes(key)))
  return shared ? shared.withOver(allowed) : allowed
}

/** `miniprogramRoot` where it holds app.json, else `srcMiniprogramRoot`, else the usual places. */
function findRoot(config: JsonObject | undefined, files: SourceFiles, report: Report): string {
  const hasApp = (root: string) => files.has(`${root}app.json`)
  const named: string[] = []
  for (const key of ['miniprogramRoot', 'srcMiniprogramRoot']) {
    const path = config?.text(key)
    if (path === undefined) continue
    const root = folderPrefix(path)
    if (hasApp(root)) return root
    named.push(root)
    if (root !== '' && !files.list().some((file) => file.startsWith(root))) {
      report('root-missing', { key, path }, config!.placeOf(key))
    }
  }
  return ['', 'miniprogram/', 'src/', 'dist/'].find(hasApp) ?? named[0] ?? ''
}

function readNpmRelations(setting: JsonObject): ProjectConfig['npmRelations'] {
  return (setting.objects('packNpmRelationList') ?? []).map((relation) => ({
    packageJsonPath: relation.text('packageJsonPath') ?? './package.json',
    miniprogramNpmDistDir: relation.text('miniprogramNpmDistDir') ?? './',
  }))
}
