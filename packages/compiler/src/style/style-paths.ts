import { rootOf } from '@sampan/protocol'
import { folderOf, normalisePath } from '../project/paths'
import type { SourceFiles } from '../source-files'

const STYLE_EXTENSIONS = ['.wxss', '.less', '.scss', '.sass', '.css']

/**
 * The file that an import in `folder` means, or undefined. With or without extension; from the root if it starts with
 * a slash; through `miniprogram_npm` if it starts with `~` or with the name of a package.
 */
export function resolveStyleImport(
  specifier: string,
  folder: string,
  root: string,
  files: SourceFiles,
  preferred?: string,
): { path?: string; candidates: string[] } {
  const candidates = importCandidates(specifier, folder, root, preferred)
  return { path: candidates.find((candidate) => files.has(candidate)), candidates }
}

function importCandidates(specifier: string, folder: string, root: string, preferred?: string): string[] {
  const path = specifier.replace(/[?#].*$/, '')
  const bases = importBases(path, folder, root)
  const candidates = new Set<string>()
  for (const base of bases) {
    const normal = normalisePath(base)
    if (normal === undefined) continue
    const extension = STYLE_EXTENSIONS.find((known) => normal.toLowerCase().endsWith(known))
    if (extension === undefined) {
      if (preferred) candidates.add(normal + preferred)
      for (const known of STYLE_EXTENSIONS) candidates.add(normal + known)
    } else {
      candidates.add(normal)
      // Authors who compile less and sass write the name of the result.
      if (extension === '.wxss') {
        for (const other of ['.less', '.scss', '.sass'])
          candidates.add(normal.slice(0, -extension.length) + other)
      }
    }
    candidates.add(normal)
  }
  return [...candidates]
}

function importBases(path: string, folder: string, programRoot: string): string[] {
  const root = programRoot + rootOf(folder.slice(programRoot.length))
  if (path.startsWith('/')) return [root + path.slice(1)]
  const packages = npmFolders(folder, root)
  if (path.startsWith('~')) {
    const name = path.slice(1).replace(/^\//, '')
    return [...packages.map((packed) => packed + name), root + name]
  }
  if (path.startsWith('.')) return [folder + path]
  return [folder + path, ...packages.map((packed) => packed + path), root + path]
}

/** `miniprogram_npm` folders from the file's own upwards to the root. */
function npmFolders(from: string, root: string): string[] {
  const folders: string[] = []
  for (let folder = from; ; folder = folderOf(folder.slice(0, -1))) {
    folders.push(folder + 'miniprogram_npm/')
    if (folder === '' || folder === root) return folders
  }
}

/** An asset's URL relative to the root; undefined for URLs that are no files of the program. */
export function resolveAssetUrl(url: string, from: string, root: string): string | undefined {
  if (url === '' || url.startsWith('#') || url.startsWith('//') || /^[a-z][-+.a-z\d]*:/i.test(url))
    return undefined
  const suffixAt = url.search(/[?#]/)
  const path = suffixAt < 0 ? url : url.slice(0, suffixAt)
  const suffix = suffixAt < 0 ? '' : url.slice(suffixAt)
  const folder = folderOf(from)
  const base = folder.startsWith(root) ? folder.slice(root.length) : folder
  if (path.startsWith('/')) return rootOf(base) + (normalisePath(path) ?? path.slice(1)) + suffix
  // A path that leaves the project ends at its root, as in a browser.
  return (normalisePath(base + path) ?? path.replace(/^(?:\.{1,2}\/)+/, '')) + suffix
}
