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
  if (!options.plugins.has(plugin)) {
    return {
      css: text,
      inputs: new Map(),
      problems: [{ code: 'style-plugin-off', params: { language, plugin } }],
    }
  }
  if (plugin === 'less') {
    const { compileLess } = await import('./compile-less')
    return compileLess(path, text, files, options)
  }
  const { compileSass } = await import('./compile-sass')
  return compileSass(path, text, files, options)
}
