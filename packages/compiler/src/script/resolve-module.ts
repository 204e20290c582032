import { rootOf } from '@sampan/protocol'
import { folderOf, normalisePath } from '../project/paths'
import type { SourceFiles } from '../source-files'
import type { ResolveOptions } from './script-options'
import { applyTsPaths, findTsConfig } from './read-tsconfig'

const SUFFIXES = ['', '.js', '.ts', '.json', '/index.js', '/index.ts']

/**
 * Where `require(specifier)` in `from` leads, as a path in `files`, or undefined. Tries: exact, `.js`, `.ts`,
 * `.json`, `/index.js`, `/index.ts`; relative to the file (with and without `./`), absolute from the root (or else
 * from the file's folder), aliases, then `miniprogram_npm` from the file's folder upwards, and last the root.
 */
export function resolveModule(
  specifier: string,
  from: string,
  files: SourceFiles,
  options: ResolveOptions,
): string | undefined {
  const find = (path: string) => findModule(path, files)
  const name = specifier.replace(/[?#].*$/, '')
  if (name === '') return undefined
  // Old base libraries knew no paths from the root, and read them like any other.
  const root = options.root + rootOf(from.slice(options.root.length))
  if (name.startsWith('/')) return find(root + name.slice(1)) ?? find(folderOf(from) + name.slice(1))
  const relative = find(folderOf(from) + name)
  if (relative !== undefined || /^\.{1,2}(?:\/|$)/.test(name)) return relative
  return (
    findAlias(name, files, options) ??
    resolveTsAlias(name, from, files) ??
    findPackage(name, from, files, root) ??
    find(root + name)
  )
}

/** Where tsconfig.json's `paths` and `baseUrl` lead, for names that mean nothing beside the file. */
export function resolveTsAlias(specifier: string, from: string, files: SourceFiles): string | undefined {
  const config = findTsConfig(from, files)
  if (!config || /^[./]/.test(specifier) || findModule(folderOf(from) + specifier, files)) return undefined
  for (const path of applyTsPaths(specifier, config)) {
    const found = findModule(path, files)
    if (found !== undefined) return found
  }
  return undefined
}

function findModule(path: string, files: SourceFiles): string | undefined {
  const base = normalisePath(path)
  if (base === undefined) return undefined
  for (const suffix of SUFFIXES) if (files.has(base + suffix)) return base + suffix
  // TypeScript's own way to name a module is by its output.
  const source = base.endsWith('.js') ? `${base.slice(0, -3)}.ts` : undefined
  return source !== undefined && files.has(source) ? source : undefined
}

/** `resolveAlias` of app.json: `{ "@utils/*": "utils/*" }`. The longest key wins. */
function findAlias(
  specifier: string,
  files: SourceFiles,
  { root, alias }: ResolveOptions,
): string | undefined {
  const fits = Object.keys(alias).filter((key) =>
    key.endsWith('*') ? specifier.startsWith(key.slice(0, -1)) : specifier === key,
  )
  const best = fits.sort((a, b) => b.length - a.length)[0]
  if (best === undefined) return undefined
  const target = alias[best]!.replace(/\*$/, '').replace(/^\//, '')
  return findModule(root + target + specifier.slice(best.replace(/\*$/, '').length), files)
}

function findPackage(specifier: string, from: string, files: SourceFiles, root: string): string | undefined {
  for (let folder = folderOf(from); ; folder = folderOf(folder.slice(0, -1))) {
    const found = findModule(`${folder}miniprogram_npm/${specifier}`, files)
    if (found !== undefined) return found
    if (folder === '' || folder === root) return undefined
  }
}
