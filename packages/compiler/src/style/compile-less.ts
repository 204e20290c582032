import less from 'less'
import type { SourceFiles } from '../source-files'
import type { StyleOptions } from './index'
import type { Preprocessed } from './preprocess'
import { resolveStyleImport } from './style-paths'
import type { StyleProblem } from './style-problem'
import { LATE_IMPORT } from './style-sheet'

/** Less, reading imports through the project's files only. */
export async function compileLess(
  path: string,
  text: string,
  files: SourceFiles,
  options: StyleOptions,
): Promise<Preprocessed> {
  const inputs = new Map<string, string | undefined>()
  const files_ = createFileManager(path, files, options, inputs)
  const lessOptions: Less.Options = {
    filename: path,
    sourceMap: { outputSourceFiles: false },
    javascriptEnabled: false,
    plugins: [{ install: (_less, manager) => manager.addFileManager(files_), minVersion: [3, 0, 0] }],
  }
  try {
    const output = await less.render(text, lessOptions)
    return { css: output.css, map: output.map, inputs, problems: [] }
  } catch (error) {
    return { css: '', inputs, problems: [toProblem(error, path)] }
  }
}

function createFileManager(
  entry: string,
  files: SourceFiles,
  options: StyleOptions,
  inputs: Map<string, string | undefined>,
): Less.FileManager {
  class ProjectFiles extends less.FileManager {
    override supports(): boolean {
      return true
    }

    override async loadFile(specifier: string, folder: string): Promise<Less.FileLoadResult> {
      const from = folder ? `${folder.replace(/\/$/, '')}/x` : folder === '' ? 'x' : entry
      const { path, candidates } = resolveStyleImport(specifier, from, options.root, files)
      if (path === undefined) {
        for (const candidate of candidates) inputs.set(candidate, undefined)
        throw Object.assign(new Error(`'${specifier}' wasn't found`), { type: 'File' })
      }
      if (!path.endsWith('.less')) {
        const target = path.startsWith(options.root) ? path.slice(options.root.length) : path
        return { filename: path, contents: `@${LATE_IMPORT} "/${target}";` }
      }
      const contents = files.readText(path) ?? ''
      inputs.set(path, contents)
      return { filename: path, contents }
    }
  }
  return new ProjectFiles()
}

function toProblem(error: unknown, entry: string): StyleProblem {
  const { message, line, column, filename } = error as Less.RenderError
  const where = filename && filename !== entry ? ` (in ${filename}:${line})` : ''
  return {
    code: 'style-preprocessor',
    message: String(message).replace(/\.$/, '') + where,
    line: where ? undefined : (line ?? undefined),
    column: where || column === undefined ? undefined : column + 1,
  }
}
