import type { Diagnostic } from '@sampan/protocol'
import { type BuildResult, type CompilerOptions, createCompiler } from '../src/index'
import { memorySourceFiles } from './memory-source-files'

export type ProjectContents = Record<string, string | Uint8Array>

/** A program with one page; `changes` are laid over its files. */
export function makeProject(changes: ProjectContents = {}): ProjectContents {
  return {
    'app.json': '{ "pages": ["pages/a/a"] }',
    'app.js': 'App({})',
    'pages/a/a.js': 'Page({})',
    'pages/a/a.wxml': '<view/>',
    ...changes,
  }
}

export function buildProject(
  contents: ProjectContents,
  options: Omit<CompilerOptions, 'files'> = {},
): Promise<BuildResult> {
  return createCompiler({ files: memorySourceFiles(contents), ...options }).build()
}

/** `error code file:line:column` */
export function summarise(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ severity, code, file, line, column }) =>
      `${severity} ${code} ${[file, line, column].filter(Boolean).join(':')}`,
  )
}

/** `error code file:line text`, the text being the token that stands at the place. */
export function showPlaces(diagnostics: readonly Diagnostic[], contents: ProjectContents): string[] {
  return diagnostics.map(({ severity, code, file = '', line = 0, column = 0 }) => {
    const content = contents[file]
    const text =
      typeof content === 'string' ? (content.split('\n')[line - 1] ?? '').slice(column - 1, column + 30) : ''
    const token = /^("[^"]*"|[\w@#$./'-]+|.)?/.exec(text)?.[0] ?? ''
    return [severity, code, line > 0 ? `${file}:${line}` : file, token].filter(Boolean).join(' ')
  })
}

/** Fails with the diagnostics if there are any. */
export async function buildClean(
  contents: ProjectContents,
): Promise<BuildResult & { manifest: NonNullable<BuildResult['manifest']> }> {
  const result = await buildProject(contents)
  if (result.diagnostics.length > 0 || !result.manifest)
    throw new Error(summarise(result.diagnostics).join('\n'))
  return { ...result, manifest: result.manifest }
}
