import { Exception, compileString, type Importer } from 'sass'
import type { SourceFiles } from '../source-files'
import type { StyleOptions } from './index'
import type { Preprocessed } from './preprocess'
import { folderOf, resolveStyleImport } from './style-paths'
import type { StyleProblem } from './style-problem'
import { LATE_IMPORT } from './style-sheet'

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
  try {
    const output = compileString(text, {
      url: new URL(toUrl(path)),
      syntax: path.endsWith('.sass') ? 'indented' : 'scss',
      importer,
      importers: [importer],
      sourceMap: true,
      charset: false,
      quietDeps: true,
      logger: { warn() {}, debug() {} },
    })
    return { css: output.css, map: JSON.stringify(output.sourceMap), inputs, problems: [] }
  } catch (error) {
    if (!(error instanceof Exception)) throw error
    return { css: '', inputs, problems: [toProblem(error, path)] }
  }
}

function createImporter(
  files: SourceFiles,
  options: StyleOptions,
  inputs: Map<string, string | undefined>,
): Importer<'sync'> {
  return {
    canonicalize(specifier, { containingUrl }) {
      const from = containingUrl ? fromUrl(containingUrl) : ''
      const target = specifier.startsWith(SCHEME) ? '/' + fromUrl(new URL(specifier)) : specifier
      for (const name of sassNames(decodeURI(target))) {
        const { path, candidates } = resolveStyleImport(name, from, options.root, files)
        if (path !== undefined) return new URL(toUrl(path))
        for (const candidate of candidates) inputs.set(candidate, undefined)
      }
      return null
    },
    load(url) {
      const path = fromUrl(url)
      if (!/\.s[ac]ss$/.test(path)) {
        const target = path.startsWith(options.root) ? path.slice(options.root.length) : path
        return { contents: `@${LATE_IMPORT} "/${target}";`, syntax: 'scss' }
      }
      const contents = files.readText(path) ?? ''
      inputs.set(path, contents)
      return { contents, syntax: path.endsWith('.sass') ? 'indented' : 'scss' }
    },
  }
}

/** `a/b` may be `a/b.scss`, the partial `a/_b.scss`, or a folder's index. */
function sassNames(specifier: string): string[] {
  const folder = folderOf(specifier)
  const name = specifier.slice(folder.length)
  if (/\.(?:scss|sass|css|wxss|less)$/.test(name)) return [specifier, `${folder}_${name}`]
  return ['', '_']
    .flatMap((mark) => [`${folder}${mark}${name}.scss`, `${folder}${mark}${name}.sass`])
    .concat(`${specifier}.css`, `${specifier}.wxss`, `${specifier}/_index.scss`, `${specifier}/index.scss`)
}

function toUrl(path: string): string {
  return SCHEME + path.split('/').map(encodeURIComponent).join('/')
}

function fromUrl(url: URL): string {
  return decodeURIComponent(url.pathname.replace(/^\/+/, ''))
}

function toProblem(error: Exception, entry: string): StyleProblem {
  const { span } = error
  const file = span.url ? fromUrl(span.url) : entry
  const where = file === entry ? '' : ` (in ${file}:${span.start.line + 1})`
  return {
    code: 'style-preprocessor',
    message: error.sassMessage.split('\n')[0]!.replace(/\.$/, '') + where,
    line: where ? undefined : span.start.line + 1,
    column: where ? undefined : span.start.column + 1,
  }
}
