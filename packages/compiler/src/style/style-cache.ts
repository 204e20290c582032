import type { SourceFiles } from '../source-files'
import type { StyleOptions } from './style-options'
import { preprocess } from './preprocess'
import { resolveAssetUrl } from './style-paths'
import type { LocateStyle } from './style-problem'
import { compileSheet, type StyleSheet } from './style-sheet'

export interface LoadedSheet {
  path: string
  sheet: StyleSheet
  /** What a preprocessor read besides the file itself. */
  inputs: ReadonlyMap<string, string | undefined>
  /** Sources of places in the sheet, if a preprocessor made it. */
  makeLocate?: () => Promise<LocateStyle>
}

/** Compiled files by path. A file is compiled again only after its content or that of its inputs has changed. */
export interface StyleCache {
  load(path: string, files: SourceFiles, options: StyleOptions): Promise<LoadedSheet | undefined>
}

interface CacheEntry {
  text: string
  loaded: Promise<LoadedSheet>
}

export function createStyleCache(): StyleCache {
  const entries = new Map<string, CacheEntry>()
  return {
    async load(path, files, options) {
      const text = files.readText(path)
      if (text === undefined) return undefined
      const key = `${options.minify}\n${options.root}\n${[...options.plugins].sort().join()}\n${path}`
      const known = entries.get(key)
      if (known?.text === text) {
        const loaded = await known.loaded
        if (isFresh(loaded.inputs, files)) return loaded
      }
      const loaded = loadSheet(path, text, files, options)
      entries.set(key, { text, loaded })
      return loaded
    },
  }
}

function isFresh(inputs: LoadedSheet['inputs'], files: SourceFiles): boolean {
  for (const [path, text] of inputs) if (files.readText(path) !== text) return false
  return true
}

async function loadSheet(
  path: string,
  text: string,
  files: SourceFiles,
  options: StyleOptions,
): Promise<LoadedSheet> {
  const { css, inputs, problems, makeLocate } = await preprocess(path, text, files, options)
  const sheet = compileSheet(css, {
    minify: options.minify,
    resolveAsset: (url) => resolveAssetUrl(url, path, options.root),
  })
  sheet.problems.unshift(...problems)
  let locate: Promise<LocateStyle> | undefined
  return { path, sheet, inputs, makeLocate: makeLocate && (() => (locate ??= makeLocate())) }
}
