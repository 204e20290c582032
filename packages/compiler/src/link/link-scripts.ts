import { isBuiltin } from 'node:module'
import { makeParsable } from './make-parsable'
import type { BuildContext, ContentCache } from '../build-context'
import { extensionOf } from '../project/paths'
import { packageOf } from '../project/packages'
import { type ScriptOutput, compileScript, resolveModule } from '../script'

export interface LinkedModule {
  /** Key in `service.js`: `.ts` files answer to `.js`. */
  key: string
  file: string
  output: ScriptOutput
  /** Files of the modules that it requires. */
  requires: string[]
}

export type ScriptCache = ContentCache<Promise<ScriptOutput>>

const SCRIPT_EXTENSIONS = ['.js', '.ts']

/** Compiles every script that is reached from app.js, pages, components and package entries. By file. */
export async function linkScripts(
  context: BuildContext,
  cache: ScriptCache,
): Promise<Map<string, LinkedModule>> {
  const { files, project, app, components } = context
  const modules = new Map<string, LinkedModule>()
  const started = new Set<string>()

  const reach = async (file: string): Promise<void> => {
    if (started.has(file)) return
    started.add(file)
    const source = files.readText(file)
    if (source === undefined) return
    const { minify, sourceMap } = context
    const output = await cache.get(file, source, () =>
      compileScript(file, files, { minify, sourceMap }).then((compiled) =>
        makeParsable(compiled, file, source),
      ),
    )
    context.addDiagnostics(output.diagnostics)
    const requires = output.requires.flatMap(({ specifier, line, column, async }) => {
      const options = { root: project.root, alias: app.config.resolveAlias }
      const found = resolveModule(specifier, file, files, options)
      if (found?.startsWith(project.root)) return [found]
      // An import that is gone from the output was one of types alone.
      if (!async && mentions(output.code, specifier)) {
        const code = isBuiltin(specifier) ? 'module-node' : 'module-missing'
        context.report(code, { specifier }, { file, line, column })
      }
      return []
    })
    modules.set(file, { key: moduleKey(file, project.root), file, output, requires })
    if (requiresUnknown(output.code)) requires.push(...scriptsOfPackage(file))
    await Promise.all(requires.map(reach))
  }

  const entries = ['app', ...components.keys(), ...app.subpackages.flatMap(({ entry }) => entry ?? [])]
  await Promise.all(entries.flatMap((path) => findScript(path, context) ?? []).map(reach))
  return modules

  function scriptsOfPackage(file: string): string[] {
    const id = packageOf(file.slice(project.root.length), app.subpackages)
    return listScripts().filter((path) => packageOf(path.slice(project.root.length), app.subpackages) === id)
  }

  function listScripts(): string[] {
    return files
      .list()
      .filter((path) => path.startsWith(project.root) && SCRIPT_EXTENSIONS.includes(extensionOf(path)))
      .filter((path) => !path.endsWith('.d.ts'))
  }
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

function mentions(code: string, specifier: string): boolean {
  return [`"${specifier}"`, `'${specifier}'`, `\`${specifier}\``].some((literal) => code.includes(literal))
}

/** `require(name)`: which module it takes is known at run time only. */
function requiresUnknown(code: string): boolean {
  return /(?<![\w$.])require\(\s*(?!["'`)\s])/.test(code)
}
