import type { Diagnostic } from '@sampan/protocol'
import type { SourceFiles } from '../source-files'
import type { StyleOptions, StyleOutput } from './index'
import { preprocess, type Preprocessed } from './preprocess'
import { HOST_MARK, PREFIX_MARK, WEAK_HOST_MARK } from './rewrite-selector'
import { resolveAssetUrl, resolveStyleImport } from './style-paths'
import { toDiagnostic } from './style-problem'
import { compileSheet, type StyleSheet } from './style-sheet'

/** Far beyond any program; keeps hostile imports from growing without end. */
const MAX_IMPORTS = 2_000

export interface StyleCompiler {
  compile(path: string, files: SourceFiles, options: StyleOptions): Promise<StyleOutput>
}

interface CachedSheet {
  text: string
  /** What a preprocessor read besides the file itself. */
  inputs: Map<string, string | undefined>
  sheet: StyleSheet
}

/**
 * A compiler that remembers every file by its content: a file that ten components import, or that has not changed
 * since the last build, is parsed once.
 */
export function createStyleCompiler(): StyleCompiler {
  const cache = new Map<string, CachedSheet>()

  async function loadSheet(
    path: string,
    files: SourceFiles,
    options: StyleOptions,
  ): Promise<CachedSheet | undefined> {
    const text = files.readText(path)
    if (text === undefined) return undefined
    const key = `${options.minify ? 1 : 0}\n${options.root}\n${[...options.plugins].sort().join()}\n${path}`
    const cached = cache.get(key)
    if (cached && cached.text === text && isFresh(cached.inputs, files)) return cached
    const source = await preprocess(path, text, files, options)
    const fresh = { text, inputs: source.inputs, sheet: compileSource(path, source, options) }
    cache.set(key, fresh)
    return fresh
  }

  return {
    async compile(path, files, options) {
      return link(path, files, options, (file) => loadSheet(file, files, options))
    },
  }
}

function isFresh(inputs: CachedSheet['inputs'], files: SourceFiles): boolean {
  for (const [path, text] of inputs) if (files.readText(path) !== text) return false
  return true
}

function compileSource(path: string, source: Preprocessed, options: StyleOptions): StyleSheet {
  const sheet = compileSheet(source.css, {
    minify: options.minify,
    map: source.map,
    resolveAsset: (url) => resolveAssetUrl(url, path, options.root),
  })
  sheet.problems.unshift(...source.problems)
  return sheet
}

/**
 * Puts imports in their places. A file that is imported several times counts once, where it comes last: the cascade is
 * the same as if every copy were there. Hence the walk from the end to the start.
 */
async function link(
  entry: string,
  files: SourceFiles,
  options: StyleOptions,
  load: (path: string) => Promise<CachedSheet | undefined>,
): Promise<StyleOutput> {
  const dependencies = new Set<string>()
  const diagnostics: Diagnostic[] = []
  const assets = new Set<string>()
  const missing = new Set<string>()
  const reported = new Set<string>()
  const seen = new Set<string>()
  const parts: string[] = []
  let imports = 0

  async function add(path: string, condition: string, open: readonly string[]): Promise<void> {
    const loaded = await load(path)
    dependencies.add(path)
    if (!loaded) return
    for (const input of loaded.inputs.keys()) dependencies.add(input)
    for (const asset of loaded.sheet.assets) assets.add(asset)
    if (!reported.has(path)) {
      reported.add(path)
      for (const problem of loaded.sheet.problems) diagnostics.push(toDiagnostic(problem, path))
    }
    const { pieces } = loaded.sheet
    for (let index = pieces.length - 1; index >= 0; index--) {
      const piece = pieces[index]!
      if (typeof piece === 'string') {
        parts.push(piece)
        continue
      }
      const report = (
        code: Parameters<typeof toDiagnostic>[0]['code'],
        message: string,
        help?: string,
      ): void => {
        diagnostics.push(toDiagnostic({ code, message, line: piece.line, column: piece.column, help }, path))
      }
      if (/^(?:[a-z]+:)?\/\//i.test(piece.specifier)) {
        report('style-import-remote', `A style sheet on the network cannot be imported: ${piece.specifier}`)
        continue
      }
      const { path: target, candidates } = resolveStyleImport(piece.specifier, path, options.root, files)
      if (target === undefined) {
        for (const candidate of candidates) missing.add(candidate)
        report('style-import-missing', `Style sheet not found: ${piece.specifier}`)
        continue
      }
      if (open.includes(target)) {
        report('style-import-circular', `${piece.specifier} imports this file in turn`)
        continue
      }
      const inner =
        (piece.media ? `${condition}@media ${piece.media}\n` : condition) +
        (piece.nested ? `${path}:${piece.line}:${piece.column}\n` : '')
      if (seen.has(inner + target)) continue
      seen.add(inner + target)
      if (++imports > MAX_IMPORTS) {
        if (imports === MAX_IMPORTS + 1) report('style-import-limit', `More than ${MAX_IMPORTS} imports`)
        continue
      }
      if (piece.media) parts.push(options.minify ? '}' : '}\n')
      await add(target, inner, [...open, target])
      if (piece.media) parts.push(`@media ${piece.media}${options.minify ? '{' : ' {\n'}`)
    }
  }

  if (!files.has(entry)) {
    diagnostics.push(toDiagnostic({ code: 'style-file-missing', message: 'Style sheet not found' }, entry))
  } else await add(entry, '', [entry])
  return {
    css: applyScope(parts.reverse().join(''), options.scope),
    dependencies: [...dependencies],
    diagnostics,
    assets: [...assets],
    missing: [...missing],
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

const compilers = new WeakMap<SourceFiles, StyleCompiler>()

export function compileStyle(path: string, files: SourceFiles, options: StyleOptions): Promise<StyleOutput> {
  let compiler = compilers.get(files)
  if (!compiler) compilers.set(files, (compiler = createStyleCompiler()))
  return compiler.compile(path, files, options)
}
