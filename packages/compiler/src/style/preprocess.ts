import type { SourceFiles } from '../source-files'
import type { StyleOptions } from './style-options'
import type { Preprocessed } from './preprocessed'

/** CSS of a style file: its own text, or what less or sass makes of it. Both are loaded when first needed. */
export async function preprocess(
  path: string,
  text: string,
  files: SourceFiles,
  options: StyleOptions,
): Promise<Preprocessed> {
  const language = /\.(less|scss|sass)$/i.exec(path)?.[1]?.toLowerCase()
  if (language === undefined) return { css: text, inputs: new Map(), problems: [] }
  const plugin = language === 'less' ? 'less' : 'sass'
  const compile =
    plugin === 'less'
      ? (await import('./compile-less')).compileLess
      : (await import('./compile-sass')).compileSass
  const output = await compile(path, text, files, options)
  if (!options.plugins.has(plugin)) {
    // As CSS the file would mean nothing, so it is compiled all the same.
    output.problems.push({ code: 'style-plugin-off', params: { language, plugin } })
  }
  return output
}
