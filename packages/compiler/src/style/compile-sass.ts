import { Exception, Logger, compileString, type Importer } from 'sass'
import type { SourceFiles } from '../source-files'
import { isStackOverflow } from '../stack-overflow'
import type { StyleOptions } from './style-options'
import { locateInSourceMap } from './locate-in-source-map'
import type { Preprocessed } from './preprocessed'
import { folderOf } from '../project/paths'
import { resolveStyleImport } from './style-paths'
import type { LocateStyle } from './style-problem'
import { lateImport } from './style-sheet'

const SCHEME = 'project:///'

/** Sass in both syntaxes, reading imports through the project's files only. */
export async function compileSass(
  path: string,
  text: string,
  files: SourceFiles,
  options: StyleOptions,
): Promise<Preprocessed> {
  const inputs = new Map<string, string | undefined>()
  const importer = createImporter(files, options, inputs)
  const render = (sourceMap: boolean) =>
    compileString(text, {
      url: new URL(toUrl(path)),
      syntax: path.endsWith('.sass') ? 'indented' : 'scss',
      importer,
      importers: [importer],
      sourceMap,
      charset: false,
      logger: Logger.silent,
    })
  const makeLocate = async (): Promise<LocateStyle> =>
    locateInSourceMap(JSON.stringify(render(true).sourceMap), path, (source) => fromUrl(new URL(source)))
  try {
    return { css: render(false).css, inputs, problems: [], makeLocate }
  } catch (error) {
    const failed = (problem: string): Preprocessed => ({
      css: '',
      inputs,
      problems: [{ code: 'style-preprocessor', params: { language: 'sass', problem }, line: 1, column: 1 }],
    })
    if (isStackOverflow(error)) return failed('Nested too deeply')
    if (!(error instanceof Exception)) throw error
    return {
      ...failed(error.sassMessage.split('\n')[0]!.replace(/\.$/, '')),
      makeLocate: async () => locateError(error, path),
    }
  }
}

function createImporter(
  files: SourceFiles,
  options: StyleOptions,
  inputs: Map<string, string | undefined>,
): Importer<'sync'> {
  return {
    canonicalize(specifier, { containingUrl }) {
      const from = folderOf(containingUrl ? fromUrl(containingUrl) : '')
      const isCanonical = specifier.startsWith(SCHEME)
      const target = isCanonical ? '/' + fromUrl(new URL(specifier)) : decodeURI(specifier)
      for (const name of sassNames(target)) {
        const { path, candidates } = resolveStyleImport(name, from, isCanonical ? '' : options.root, files)
        if (path !== undefined) return new URL(toUrl(path))
        for (const candidate of candidates) inputs.set(candidate, undefined)
      }
      return null
    },
    load(url) {
      const path = fromUrl(url)
      if (!/\.s[ac]ss$/.test(path)) return { contents: lateImport(path, options.root), syntax: 'scss' }
      const contents = files.readText(path) ?? ''
      inputs.set(path, contents)
      return { contents, syntax: path.endsWith('.sass') ? 'indented' : 'scss' }
    },
  }
}

/** `a/b` may be `a/b.scss`, the partial `a/_b.scss`, a style sheet that is no sass, or a folder's index. */
function sassNames(specifier: string): string[] {
  const folder = folderOf(specifier)
  const name = specifier.slice(folder.length)
  if (/\.(?:scss|sass|css|wxss|less)$/.test(name)) return [specifier, `${folder}_${name}`]
  return [name, `_${name}`]
    .flatMap((partial) => [`${folder}${partial}.scss`, `${folder}${partial}.sass`])
    .concat(`${specifier}.css`, `${specifier}.wxss`, `${specifier}/_index.scss`, `${specifier}/index.scss`)
}

function toUrl(path: string): string {
  return SCHEME + path.split('/').map(encodeURIComponent).join('/')
}

function fromUrl(url: URL): string {
  return decodeURIComponent(url.pathname.replace(/^\/+/, ''))
}

function locateError({ span }: Exception, entry: string): LocateStyle {
  return () => ({
    file: span.url ? fromUrl(span.url) : entry,
    line: span.start.line + 1,
    column: span.start.column + 1,
  })
}
