import { isBuiltin } from 'node:module'
import { type BuildContext, type ContentCache, guardFile } from '../build-context'
import { extensionOf } from '../project/paths'
import { packageOf } from '../project/packages'
import { type ScriptOutput, type WxUses, compileScript, resolveModule, scanWx } from '../script'

export interface LinkedModule {
  /** Key in `service.js`: `.ts` files answer to `.js`. */
  key: string
  file: string
  output: ScriptOutput
  wx: WxUses
  /** Files of the modules that it requires by name. */
  requires: string[]
  /** What it requires by name and is not there. */
  missing: ScriptOutput['requires']
}

interface CompiledScript extends ScriptOutput {
  /** `require(name)`: which module it takes is known at run time only. */
  requiresUnknown: boolean
  wx: WxUses
}

export type ScriptCache = ContentCache<Promise<CompiledScript>>

const SCRIPT_EXTENSIONS = ['.js', '.ts']
/** `require` of anything but a literal: a name, text with more behind it, a template with holes. */
const COMPUTED_REQUIRE =
  /(?<![\w$.])require\(\s*(?:(?!["'`)\s])|(?:"[^"\n]*"|'[^'\n]*'|`[^`]*`)\s*[^\s),]|`[^`]*\$\{)/

export interface LinkedScripts {
  /** By file. */
  modules: Map<string, LinkedModule>
  /** Scripts of the folder `app.workers`, and what they require. */
  workerModules: LinkedModule[]
}

/**
 * Compiles every script that is reached from app.js, pages, components and package entries. A package in which a script
 * requires by a computed name brings all of its scripts, but about those that only this brings nothing is reported.
 */
export async function linkScripts(context: BuildContext, cache: ScriptCache): Promise<LinkedScripts> {
  const { files, project, app, components } = context
  const modules = new Map<string, LinkedModule>()
  const started = new Set<string>()
  const typeScript = describeTypeScript(context)

  const reach = async (file: string): Promise<void> => {
    if (started.has(file)) return
    started.add(file)
    const source = files.readText(file)
    if (source === undefined) return
    const { minify, sourceMap } = context
    const output = await guardFile(file, context, undefined, () =>
      cache.get(file, typeScript + source, async () => {
        const compiled = await compileScript(file, files, {
          minify,
          sourceMap,
          sourceName: context.originOf(file),
        })
        const { code } = compiled
        return { ...compiled, requiresUnknown: COMPUTED_REQUIRE.test(code), wx: scanWx(code) }
      }),
    )
    if (!output) return
    const module: LinkedModule = {
      key: moduleKey(file, project.root),
      file,
      output,
      wx: output.wx,
      requires: [],
      missing: [],
    }
    for (const require of output.requires) {
      const options = { root: project.root, alias: app.config.resolveAlias }
      const found = resolveModule(require.specifier, file, files, options)
      if (found?.startsWith(project.root)) module.requires.push(found)
      else module.missing.push(require)
    }
    modules.set(file, module)
    const others = output.requiresUnknown ? listScripts(file, context) : []
    await Promise.all([...module.requires, ...others].map(reach))
  }

  const ofPlugins = app.plugins.flatMap(({ info }) => [info.main ?? [], info.export ?? []].flat())
  const packageEntries = app.subpackages.flatMap(({ entry }) => entry ?? [])
  const named = ['app', ...components.keys(), ...packageEntries, ...ofPlugins]
  const entries = named.flatMap((path) => findScript(path, context) ?? [])
  const workerEntries = listWorkerScripts(context)
  await Promise.all([...entries, ...workerEntries].map(reach))

  const prefersTypeScript = project.compilerPlugins.has('typescript')
  const ofWorkers = reachModules(workerEntries, modules)
  const certain = reachModules(entries, modules)
  for (const module of new Set([...certain, ...ofWorkers])) reportProblems(module, context)
  const mains = [...modules].filter(([, module]) => certain.has(module) || !ofWorkers.has(module))
  return {
    modules: withoutTwins(new Map(mains), prefersTypeScript),
    workerModules: [...ofWorkers].sort((a, b) => (a.key < b.key ? -1 : 1)),
  }
}

/** The modules of these files and whatever they require by name. */
function reachModules(entries: string[], modules: Map<string, LinkedModule>): Set<LinkedModule> {
  const reached = new Set(entries.flatMap((file) => modules.get(file) ?? []))
  for (const { requires } of reached) {
    for (const file of requires) {
      const module = modules.get(file)
      if (module) reached.add(module)
    }
  }
  return reached
}

function reportProblems({ file, output, missing }: LinkedModule, context: BuildContext): void {
  context.addDiagnostics(output.diagnostics)
  for (const { specifier, line, column, async } of missing) {
    if (async) continue
    const code = isBuiltin(specifier) ? 'module-node' : 'module-missing'
    context.report(code, { specifier }, { file, line, column })
  }
}

function listWorkerScripts({ files, project, app }: BuildContext): string[] {
  const { workers } = app.config
  if (workers === undefined) return []
  const folder = `${project.root}${workers}/`
  return files.list().filter((path) => path.startsWith(folder) && isScript(path))
}

/** `a.ts` and `a.js` answer to the same name; one of them is the other's output. */
function withoutTwins(
  modules: Map<string, LinkedModule>,
  prefersTypeScript: boolean,
): Map<string, LinkedModule> {
  const hasTwin = ({ file }: LinkedModule) =>
    prefersTypeScript
      ? file.endsWith('.js') && modules.has(file.replace(/\.js$/, '.ts'))
      : file.endsWith('.ts') && modules.has(file.replace(/\.ts$/, '.js'))
  return new Map([...modules].filter(([, module]) => !hasTwin(module)))
}

/** Scripts of the package that a file lies in. */
function listScripts(file: string, { files, project, app }: BuildContext): string[] {
  const packageIdOf = (path: string) => packageOf(path.slice(project.root.length), app.subpackages)
  const id = packageIdOf(file)
  return files.list().filter((path) => {
    if (!path.startsWith(project.root) || !isScript(path) || packageIdOf(path) !== id) return false
    return project.isPacked(path.slice(project.root.length))
  })
}

function isScript(path: string): boolean {
  return SCRIPT_EXTENSIONS.includes(extensionOf(path)) && !path.endsWith('.d.ts')
}

/** What TypeScript files depend on besides their own text. */
function describeTypeScript({ files }: BuildContext): string {
  const configs = files.list().filter((path) => /(^|\/)tsconfig\.json$/.test(path))
  return configs.map((path) => `${path}:${files.readText(path)}\n`).join('')
}

/** The script of a page, component or entry. `path` may have its extension already. */
export function findScript(path: string, { files, project }: BuildContext): string | undefined {
  const order = project.compilerPlugins.has('typescript') ? ['.ts', '.js'] : SCRIPT_EXTENSIONS
  return ['', ...order]
    .filter((extension) => extension !== '' || SCRIPT_EXTENSIONS.includes(extensionOf(path)))
    .map((extension) => project.root + path + extension)
    .find((file) => files.has(file))
}

function moduleKey(file: string, root: string): string {
  return file.slice(root.length).replace(/\.ts$/, '.js')
}
