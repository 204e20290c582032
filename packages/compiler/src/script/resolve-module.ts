import type { SourceFiles } from '../source-files'
import type { ResolveOptions } from './index'
import { folderOf, normalisePath } from '../project/paths'

const SUFFIXES = ['', '.js', '.ts', '.json', '/index.js', '/index.ts']

export function resolveModule(
  specifier: string,
  from: string,
  files: SourceFiles,
  options: ResolveOptions,
): string | undefined {
  const tryPath = (path: string): string | undefined => {
    const base = normalisePath(path)
    if (base === undefined) return undefined
    for (const suffix of SUFFIXES) if (files.has(base + suffix)) return base + suffix
    return undefined
  }
  if (specifier.startsWith('/')) return tryPath(options.root + specifier.slice(1))
  const relative = tryPath(folderOf(from) + specifier)
  if (relative !== undefined || /^\.{1,2}(?:\/|$)/.test(specifier)) return relative
  const aliased = applyAlias(specifier, options.alias)
  if (aliased !== undefined) {
    const found = tryPath(options.root + aliased)
    if (found !== undefined) return found
  }
  for (let folder = folderOf(from); ; folder = folderOf(folder.slice(0, -1))) {
    const found = tryPath(`${folder}miniprogram_npm/${specifier}`)
    if (found !== undefined) return found
    if (folder === '' || folder === options.root) return undefined
  }
}

/** `resolveAlias` of app.json: `{ "~/*": "/*", "@utils/*": "utils/*" }`; the longest key wins. */
function applyAlias(specifier: string, alias: Record<string, string>): string | undefined {
  let best: string | undefined
  for (const key of Object.keys(alias)) {
    const prefix = key.replace(/\*$/, '')
    const fits = key.endsWith('*') ? specifier.startsWith(prefix) : specifier === key
    if (fits && (best === undefined || key.length > best.length)) best = key
  }
  if (best === undefined) return undefined
  return alias[best]!.replace(/\*$/, '').replace(/^\//, '') + specifier.slice(best.replace(/\*$/, '').length)
}
