import type { SourceFiles } from '../source-files'

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** `a/./b/../c` → `a/c`. Undefined if it leaves the project. */
export function normalisePath(path: string): string | undefined {
  const out: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') out.push(part)
    else if (out.pop() === undefined) return undefined
  }
  return out.join('/')
}

const STYLE_EXTENSIONS = ['.wxss', '.less', '.scss', '.sass', '.css']

/** Files that an import may mean, best first. */
export function importCandidates(specifier: string, from: string, root: string): string[] {
  const path = specifier.replace(/[?#].*$/, '')
  const bases: string[] = []
  if (path.startsWith('~'))
    bases.push(...npmFolders(from, root).map((folder) => folder + path.slice(1).replace(/^\//, '')))
  else if (path.startsWith('/')) bases.push(root + path.slice(1))
  else {
    bases.push(folderOf(from) + path)
    if (!path.startsWith('.')) {
      bases.push(...npmFolders(from, root).map((folder) => folder + path))
      bases.push(root + path)
    }
  }
  const candidates = new Set<string>()
  for (const base of bases) {
    const normal = normalisePath(base)
    if (normal === undefined) continue
    const ownExtension = /\.[a-z]+$/i.exec(normal)?.[0].toLowerCase()
    if (ownExtension && STYLE_EXTENSIONS.includes(ownExtension)) {
      candidates.add(normal)
      // Projects that compile less and sass by themselves import the result's name.
      if (ownExtension === '.wxss') {
        for (const other of ['.less', '.scss', '.sass']) candidates.add(normal.slice(0, -5) + other)
      }
    } else for (const extension of STYLE_EXTENSIONS) candidates.add(normal + extension)
    candidates.add(normal)
  }
  return [...candidates]
}

/** `miniprogram_npm` folders from the file's own upwards to the root. */
function npmFolders(from: string, root: string): string[] {
  const folders: string[] = []
  let folder = folderOf(from)
  for (;;) {
    folders.push(folder + 'miniprogram_npm/')
    if (folder === '' || folder === root) return folders
    folder = folderOf(folder.slice(0, -1))
  }
}

export function resolveStyleImport(
  specifier: string,
  from: string,
  root: string,
  files: SourceFiles,
): { path?: string; candidates: string[] } {
  const candidates = importCandidates(specifier, from, root)
  return { path: candidates.find((candidate) => files.has(candidate)), candidates }
}

/** An asset's URL relative to the root; undefined for URLs that are no files of the program. */
export function resolveAssetUrl(url: string, from: string, root: string): string | undefined {
  if (url === '' || url.startsWith('#') || url.startsWith('//') || /^[a-z][-+.a-z\d]*:/i.test(url))
    return undefined
  const suffixAt = url.search(/[?#]/)
  const path = suffixAt < 0 ? url : url.slice(0, suffixAt)
  const suffix = suffixAt < 0 ? '' : url.slice(suffixAt)
  if (path.startsWith('/')) return (normalisePath(path) ?? path.slice(1)) + suffix
  const folder = folderOf(from)
  const base = folder.startsWith(root) ? folder.slice(root.length) : folder
  return (normalisePath(base + path) ?? path.replace(/^(?:\.{1,2}\/)+/, '')) + suffix
}
