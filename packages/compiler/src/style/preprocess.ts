import type { SourceFiles } from '../source-files'
import type { StyleOptions } from './index'
import type { LocateStyle, StyleProblem } from './style-problem'

/** What a preprocessor makes of a file. */
export interface Preprocessed {
  css: string
  /** Other files that went into it, with their content; undefined for those that were looked for in vain. */
  inputs: Map<string, string | undefined>
  problems: StyleProblem[]
  /** Finds the source of a place in `css`. Asked only when there is something to report. */
  makeLocate?: () => Promise<LocateStyle>
}

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
