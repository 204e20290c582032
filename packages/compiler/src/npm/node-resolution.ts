import { exports as resolveExports, imports as resolveImports } from 'resolve.exports'
import { folderOf, normalisePath } from '../project/paths'
import type { SourceFiles } from '../source-files'
import { type PackageManifest, readManifest } from './package-manifest'

const EXTENSIONS = ['', '.js', '.cjs', '.mjs', '.json', '.ts']
const CONDITIONS = ['browser', 'module', 'production']

/** Where a package lies: its folder in some `node_modules`, with a slash at the end. */
export function findPackageFolder(name: string, from: string, files: SourceFiles): string | undefined {
  for (let folder = folderOf(from); ; folder = folderOf(folder.slice(0, -1))) {
    const candidate = `${folder}node_modules/${name}/`
    if (!folder.endsWith('node_modules/') && files.has(`${candidate}package.json`)) return candidate
    if (folder === '') return undefined
  }
}

/** A file or a folder with an index, as Node finds it. */
export function findFile(path: string, files: SourceFiles): string | undefined {
  const base = normalisePath(path)
  if (base === undefined) return undefined
  for (const extension of EXTENSIONS) if (files.has(base + extension)) return base + extension
  const manifest = readManifest(`${base}/package.json`, files)
  if (manifest && manifest !== 'broken' && manifest.main) {
    const main = normalisePath(`${base}/${manifest.main}`)
    if (main !== undefined && main !== base) {
      const found = findFile(main, files)
      if (found !== undefined) return found
    }
  }
  return EXTENSIONS.slice(1)
    .map((extension) => `${base}/index${extension}`)
    .find((index) => files.has(index))
}

/**
 * The file of a package that stands for its name. `main` comes first, as in WeChat's tools, unless the package has
 * another file for where there is no Node.js.
 */
export function findEntry(folder: string, manifest: PackageManifest, files: SourceFiles): string | undefined {
  const main = findFile(folder + (manifest.main ?? 'index'), files)
  const key = main && `./${main.slice(folder.length)}`
  const replacement = key && Object.hasOwn(manifest.browser, key) ? manifest.browser[key] : undefined
  if (replacement) return findFile(folder + replacement, files) ?? main
  return main ?? findExported(folder, manifest, '.', files)
}

/** A file of a package by `exports`, or by its own path. */
export function findSubpath(
  folder: string,
  manifest: PackageManifest,
  subpath: string,
  files: SourceFiles,
): string | undefined {
  return findExported(folder, manifest, `./${subpath}`, files) ?? findFile(folder + subpath, files)
}

/** `#name`: a package's own alias. */
export function findInternal(
  folder: string,
  manifest: PackageManifest,
  name: string,
  files: SourceFiles,
): string | undefined {
  return firstFile(folder, () => resolveImports(manifest.json, name, RESOLUTION) ?? [], files)
}

function findExported(
  folder: string,
  manifest: PackageManifest,
  subpath: string,
  files: SourceFiles,
): string | undefined {
  if (manifest.json.exports === undefined) return undefined
  return firstFile(folder, () => resolveExports(manifest.json, subpath, RESOLUTION) ?? [], files)
}

const RESOLUTION = { require: true, conditions: CONDITIONS, browser: true }

function firstFile(folder: string, resolve: () => readonly string[], files: SourceFiles): string | undefined {
  let targets: readonly string[]
  try {
    targets = resolve()
  } catch {
    // The library throws for what is not exported. Tools for mini programs never minded.
    return undefined
  }
  return targets.map((target) => findFile(folder + target, files)).find((path) => path !== undefined)
}

/** `@scope/name/a/b` → the package's name and the path in it. */
export function splitSpecifier(specifier: string): { name: string; subpath: string } {
  const parts = specifier.split('/')
  const count = specifier.startsWith('@') ? 2 : 1
  return { name: parts.slice(0, count).join('/'), subpath: parts.slice(count).join('/') }
}
