import type { Loader } from 'esbuild'
import { diagnose, findLineStarts, placeAt } from '../diagnostics/diagnose'
import { extensionOf, folderOf } from '../project/paths'
import type { SourceFiles } from '../source-files'
import { checkSyntax, type SyntaxFault } from './check-syntax'
import { compileJson } from './compile-json'
import { makeIdentityMap } from './identity-map'
import type { ScriptOptions, ScriptOutput } from './script-options'
import { findTsConfig } from './read-tsconfig'
import { resolveTsAlias } from './resolve-module'
import { type FoundRequire, scanRequires } from './scan-requires'
import type { ScriptFault } from './script-fault'
import { transformModule, type TransformedModule } from './transform-module'

/** One file, JS or TypeScript or JSON, file by file: nothing is bundled. */
export async function compileScript(
  path: string,
  files: SourceFiles,
  options: ScriptOptions,
): Promise<ScriptOutput> {
  const text = files.readText(path)
  if (text === undefined) return failed(path, '', [{ message: 'The script is not there' }], 'script-missing')
  const loader = loaderOf(path)
  if (loader === 'json') {
    const { code, faults } = compileJson(text)
    const fault = checkSyntax(code)
    if (fault) return failed(path, text, [{ message: fault.message }])
    return { code, requires: [], diagnostics: toDiagnostics(path, text, faults) }
  }
  const found = scanRequires(text)
  const names = findTsAliases(found, path, files)
  const source = withNames(prepareSource(text), names)
  const isScript = loader === 'js' && isPlainScript(source, found)
  if (isScript && !options.minify) {
    return {
      code: source,
      map: options.sourceMap ? makeIdentityMap(options.sourceName ?? path, source) : undefined,
      requires: toRequires(text, found),
      diagnostics: [],
    }
  }
  const module = await transformModule(source, {
    path: options.sourceName ?? path,
    isScript,
    loader,
    minify: options.minify,
    sourceMap: options.sourceMap,
    compilerOptions: compilerOptionsFor(path, loader, files),
  })
  if ('faults' in module) return failed(path, text, module.faults)
  const { output, fault } = ensureSound(module)
  if (fault) return failed(path, text, [placeInSource(fault, loader, source)])
  const isTypeScript = loader === 'ts' || loader === 'tsx'
  const requires = toRequires(text, isTypeScript ? withoutErased(found, names, output.code) : found)
  return { ...output, requires, diagnostics: [] }
}

/** Scripts that need no conversion are used as they are, once the engine has found them sound. */
function isPlainScript(source: string, found: readonly FoundRequire[]): boolean {
  return !found.some(({ kind }) => kind !== 'require') && checkSyntax(source) === undefined
}

/** The place of a fault in the converted code is of no use: that of the same fault in the source is. */
function placeInSource(fault: SyntaxFault, loader: Loader, source: string): ScriptFault {
  const own = loader === 'js' ? checkSyntax(source) : undefined
  return own?.message === fault.message ? own : { message: fault.message }
}

function loaderOf(path: string): Loader {
  switch (extensionOf(path)) {
    case '.ts':
    case '.mts':
    case '.cts':
      return 'ts'
    case '.tsx':
      return 'tsx'
    case '.jsx':
      return 'jsx'
    case '.json':
      return 'json'
    default:
      return 'js'
  }
}

/** Without what is only good for other runtimes: a hash-bang line, a reference to a source map of its own. */
function prepareSource(text: string): string {
  const script = text.startsWith('#!') ? `//${text.slice(2)}` : text
  return script.includes('sourceMappingURL=')
    ? script.replace(/(?<=^|\n)\/\/[#@] ?(?=sourceMappingURL=[^\n]*\s*$)/, '// ')
    : script
}

/** The runtime knows nothing of tsconfig.json: names that only it explains are replaced by relative ones. */
function findTsAliases(
  found: readonly FoundRequire[],
  path: string,
  files: SourceFiles,
): Map<FoundRequire, string> {
  const names = new Map<FoundRequire, string>()
  const config = found.length > 0 ? findTsConfig(path, files) : undefined
  if (!config || (config.paths.length === 0 && config.baseFolder === undefined)) return names
  for (const require of found) {
    const target = resolveTsAlias(require.specifier, path, files)
    if (target !== undefined) names.set(require, relativePath(path, target))
  }
  return names
}

function withNames(source: string, names: ReadonlyMap<FoundRequire, string>): string {
  let out = ''
  let at = 0
  for (const [{ start, end }, name] of names) {
    out += source.slice(at, start) + JSON.stringify(name)
    at = end
  }
  return out + source.slice(at)
}

function relativePath(from: string, to: string): string {
  const folders = folderOf(from).split('/').slice(0, -1)
  const parts = to.split('/')
  let common = 0
  while (common < folders.length && folders[common] === parts[common]) common++
  const up = '../'.repeat(folders.length - common)
  return (up || './') + parts.slice(common).join('/')
}

function compilerOptionsFor(path: string, loader: Loader, files: SourceFiles): Record<string, unknown> {
  if (loader === 'js') return {}
  const own = findTsConfig(path, files)?.compilerOptions ?? {}
  return { useDefineForClassFields: false, experimentalDecorators: true, ...own }
}

/**
 * What the engine refuses would take the whole package down with it. Names of the module's own parameters may be
 * declared again in an ES module: such a body gets a scope of its own.
 */
function ensureSound(module: TransformedModule): { output: TransformedModule; fault?: SyntaxFault } {
  const fault = checkSyntax(module.code)
  if (!fault || !/^Identifier '(?:require|module|exports)' has already been declared/.test(fault.message)) {
    return { output: module, fault }
  }
  const output = { ...module, code: `(function(){${module.code}\n}).call(this);` }
  return { output, fault: checkSyntax(output.code) }
}

/** Imports of types leave no `require` behind. */
function withoutErased(
  found: readonly FoundRequire[],
  names: ReadonlyMap<FoundRequire, string>,
  code: string,
): FoundRequire[] {
  const left = new Set(scanRequires(code).map(({ specifier }) => specifier))
  return found.filter((require) => left.has(names.get(require) ?? require.specifier))
}

function toRequires(text: string, found: readonly FoundRequire[]): ScriptOutput['requires'] {
  if (found.length === 0) return []
  const lineStarts = findLineStarts(text)
  return found.map(({ specifier, start, isAsync }) => {
    const { line = 1, column = 1 } = placeAt('', lineStarts, start)
    return { specifier, line, column, async: isAsync }
  })
}

/** A module that throws when it is required, as it would in WeChat: the others go on working. */
function failed(
  path: string,
  text: string,
  faults: ScriptFault[],
  code: 'script-syntax' | 'script-missing' = 'script-syntax',
): ScriptOutput {
  const diagnostics = toDiagnostics(path, text, faults, code)
  const { message, line, column } = diagnostics[0]!
  const place = line === undefined ? path : `${path}:${line}:${column ?? 1}`
  const error = code === 'script-missing' ? 'Error' : 'SyntaxError'
  return {
    code: `throw new ${error}(${JSON.stringify(`${message} (${place})`)});`,
    requires: [],
    diagnostics,
  }
}

function toDiagnostics(
  path: string,
  text: string,
  faults: readonly ScriptFault[],
  code: 'script-syntax' | 'script-missing' = 'script-syntax',
): ScriptOutput['diagnostics'] {
  const lineStarts = findLineStarts(text)
  return faults.map(({ message, line, column, offset }) => {
    const place = offset === undefined ? { file: path, line, column } : placeAt(path, lineStarts, offset)
    return diagnose(code, { problem: message }, place)
  })
}
