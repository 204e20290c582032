import type { SourceFiles } from '../source-files'
import type { StyleOptions } from './index'
import type { StyleProblem } from './style-problem'

export interface Preprocessed {
  css: string
  /** Source map of `css`, if it is not the file's own text. */
  map?: string
  /** Other files that went into it, with their content. */
  inputs: Map<string, string | undefined>
  problems: StyleProblem[]
}

/** CSS of a style file: its own text, or what less or sass makes of it. */
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
      problems: [
        {
          code: 'style-file-type',
          message: `A ${language} file is read as CSS because the project does not use the ${plugin} plugin`,
          help: `Add "${plugin}" to setting.useCompilerPlugins in project.config.json`,
        },
      ],
    }
  }
  if (plugin === 'less') {
    const { compileLess } = await import('./compile-less')
    return compileLess(path, text, files, options)
  }
  const { compileSass } = await import('./compile-sass')
  return compileSass(path, text, files, options)
}
