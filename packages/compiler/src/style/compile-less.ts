import less from 'less'
import type { SourceFiles } from '../source-files'
import type { StyleOptions } from './style-options'
import { locateInSourceMap } from './locate-in-source-map'
import type { Preprocessed } from './preprocessed'
import { resolveStyleImport } from './style-paths'
import type { LocateStyle, StyleProblem } from './style-problem'
import { lateImport } from './style-sheet'

/** The types do not know the second, which keeps `@plugin` from loading code. */
const NO_JAVASCRIPT: Less.Options & { disablePluginRule: true } = {
  javascriptEnabled: false,
  disablePluginRule: true,
}

/** Less, reading through the project's files only, and never running JavaScript: not in style sheets, not as plugins. */
export async function compileLess(
  path: string,
  text: string,
  files: SourceFiles,
  options: StyleOptions,
): Promise<Preprocessed> {
  const inputs = new Map<string, string | undefined>()
  const fileManager = createFileManager(files, options, inputs)
  const render = (withMap: boolean): Promise<Less.RenderOutput> =>
    less.render(text, {
      filename: path,
      ...NO_JAVASCRIPT,
      plugins: [{ install: (_less, manager) => manager.addFileManager(fileManager), minVersion: [4, 0, 0] }],
      ...(withMap && { sourceMap: {} }),
    })
  const makeLocate = async (): Promise<LocateStyle> =>
    locateInSourceMap((await render(true)).map, path, (source) => source)
  try {
    return { css: (await render(false)).css, inputs, problems: [], makeLocate }
  } catch (error) {
    return { css: '', inputs, problems: [toProblem(error)], makeLocate: async () => locateError(error, path) }
  }
}

function createFileManager(
  files: SourceFiles,
  options: StyleOptions,
  inputs: Map<string, string | undefined>,
): Less.FileManager {
  class ProjectFiles extends less.FileManager {
    override supports(): boolean {
      return true
    }

    override supportsSync(): boolean {
      return true
    }

    /** For `data-uri(…)`. Without it, Less would read the disk of whoever compiles. */
    override loadFileSync(specifier: string, folder: string): Less.FileLoadResult {
      const { path } = resolveStyleImport(specifier, folder, options.root, files)
      const contents = path === undefined ? undefined : files.read(path)
      if (path === undefined || !contents) {
        throw Object.assign(new Error(`${specifier} is not there`), { type: 'File' })
      }
      // Less wants bytes here, which its types do not say.
      return { filename: path, contents: Buffer.from(contents) as unknown as string }
    }

    override async loadFile(specifier: string, folder: string): Promise<Less.FileLoadResult> {
      const { path, candidates } = resolveStyleImport(specifier, folder, options.root, files, '.less')
      if (path === undefined) {
        for (const candidate of candidates) inputs.set(candidate, undefined)
        throw Object.assign(new Error(`${specifier} is not there`), { type: 'File' })
      }
      if (!path.endsWith('.less')) return { filename: path, contents: lateImport(path, options.root) }
      const contents = files.readText(path) ?? ''
      inputs.set(path, contents)
      return { filename: path, contents }
    }
  }
  return new ProjectFiles()
}

function toProblem(error: unknown): StyleProblem {
  // Less wraps even a stack overflow, at times without a message.
  const { message = 'Nested too deeply' } = error as Partial<Less.RenderError>
  const problem = message.replace(/\.$/, '')
  return { code: 'style-preprocessor', params: { language: 'less', problem }, line: 1, column: 1 }
}

function locateError(error: unknown, entry: string): LocateStyle {
  const { line, column, filename } = error as Less.RenderError
  return () => ({
    file: filename || entry,
    ...(typeof line === 'number' && { line, column: (column ?? 0) + 1 }),
  })
}
