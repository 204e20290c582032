import type { Diagnostic } from '@sampan/protocol'
import { folderOf } from '../project/paths'
import type { SourceFiles } from '../source-files'
import type { StyleOptions, StyleOutput } from './style-options'
import { HOST_MARK, PREFIX_MARK, WEAK_HOST_MARK } from './rewrite-selector'
import { createStyleCache, type LoadedSheet } from './style-cache'
import { resolveStyleImport } from './style-paths'
import { toDiagnostic, type StyleProblem } from './style-problem'
import type { StyleImport } from './style-sheet'

/** Far beyond any program; keeps hostile imports from growing without end. */
const MAX_IMPORTS = 2_000

export interface StyleCompiler {
  compile(path: string, files: SourceFiles, options: StyleOptions): Promise<StyleOutput>
}

/**
 * A compiler that remembers every file by its content: a file that ten components import, or that has not changed
 * since the last build, is parsed once.
 */
export function createStyleCompiler(): StyleCompiler {
  const cache = createStyleCache()
  return {
    async compile(path, files, options) {
      const linker = createLinker(files, options, (file) => cache.load(file, files, options))
      await linker.add({ path, condition: '', open: [path] })
      return linker.finish()
    },
  }
}

const compilers = new WeakMap<SourceFiles, StyleCompiler>()

/** `path` names the style file with its extension (`.wxss`, `.less`, `.scss`, `.sass`). */
export function compileStyle(path: string, files: SourceFiles, options: StyleOptions): Promise<StyleOutput> {
  let compiler = compilers.get(files)
  if (!compiler) compilers.set(files, (compiler = createStyleCompiler()))
  return compiler.compile(path, files, options)
}

/** A file at one of the places where it is imported. */
interface Occurrence {
  path: string
  /** The media queries around the place; '' if the file applies always. */
  condition: string
  /** Files that are being imported, the entry first. */
  open: readonly string[]
}

/**
 * Puts imports in their places. A file that is imported several times counts once, where it comes last: the cascade is
 * the same as if every copy were there. Hence the walk from the end to the start.
 */
function createLinker(
  files: SourceFiles,
  options: StyleOptions,
  load: (path: string) => Promise<LoadedSheet | undefined>,
) {
  const dependencies = new Set<string>()
  const missing = new Set<string>()
  const assets = new Set<string>()
  const diagnostics: Diagnostic[] = []
  const placed = new Set<string>()
  /** From the last to the first. */
  const parts: string[] = []
  const openBlock = options.minify ? '{' : ' {\n'
  const closeBlock = options.minify ? '}' : '}\n'
  let imports = 0

  async function add(occurrence: Occurrence): Promise<void> {
    const { path } = occurrence
    const loaded = await load(path)
    const isNew = !dependencies.has(path)
    dependencies.add(path)
    if (!loaded) {
      diagnostics.push(toDiagnostic({ code: 'style-missing', params: {} }, path))
      return
    }
    if (isNew) await note(loaded)
    for (const piece of loaded.sheet.pieces.toReversed()) {
      if (typeof piece === 'string') parts.push(piece)
      else await addImport(piece, loaded, occurrence)
    }
  }

  async function note(loaded: LoadedSheet): Promise<void> {
    for (const [input, text] of loaded.inputs) (text === undefined ? missing : dependencies).add(input)
    for (const asset of loaded.sheet.assets) assets.add(asset)
    for (const problem of loaded.sheet.problems) await report(problem, loaded)
  }

  async function addImport(statement: StyleImport, loaded: LoadedSheet, around: Occurrence): Promise<void> {
    const { specifier, media, line, column } = statement
    const { path } = loaded
    const refuse = (code: StyleProblem['code'], params: StyleProblem['params']) =>
      report({ code, params, line, column }, loaded)
    if (/^(?:[a-z]+:)?\/\//i.test(specifier)) return refuse('style-import-remote', { specifier })
    const { path: target, candidates } = resolveStyleImport(specifier, folderOf(path), options.root, files)
    if (target === undefined) {
      for (const candidate of candidates) missing.add(candidate)
      return refuse('style-import-missing', { specifier })
    }
    if (around.open.includes(target)) return refuse('style-import-circular', { specifier })
    let { condition } = around
    if (media) condition += `@media ${media}\n`
    if (statement.nested) condition += `${path}:${line}:${column}\n`
    if (placed.has(condition + target)) return
    placed.add(condition + target)
    imports++
    if (imports === MAX_IMPORTS) return refuse('style-import-limit', { limit: MAX_IMPORTS })
    if (imports > MAX_IMPORTS) return
    if (media) parts.push(closeBlock)
    await add({ path: target, condition, open: [...around.open, target] })
    if (media) parts.push(`@media ${media}${openBlock}`)
  }

  async function report(problem: StyleProblem, loaded: LoadedSheet): Promise<void> {
    diagnostics.push(toDiagnostic(problem, loaded.path, await loaded.makeLocate?.()))
  }

  return {
    add,
    finish: (): StyleOutput => ({
      css: applyScope(parts.reverse().join(''), options.scope),
      dependencies: [...dependencies],
      diagnostics,
      assets: [...assets],
      missing: [...missing],
    }),
  }
}

/**
 * A lone `:host` weighs more than tags but less than any class, so that whoever uses the component can restyle it,
 * however the sheets are ordered. The host of a page is its `page` element.
 */
function applyScope(css: string, scope: string): string {
  const host = scope ? `[wx-host="${scope}"]` : 'body'
  return css
    .replaceAll(PREFIX_MARK, scope ? `${scope}--` : '')
    .replaceAll(WEAK_HOST_MARK, scope ? `:where(${host}):not(_ _)` : host)
    .replaceAll(HOST_MARK, host)
}
