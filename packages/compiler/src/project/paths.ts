import { PLUGINS_FOLDER, rootOf } from '@sampan/protocol'

/** Folder of a path with its slash, or ''. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** Resolves `.` and `..`. Undefined if the path leaves the root. */
export function normalisePath(path: string): string | undefined {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else parts.push(part)
  }
  return parts.join('/')
}

/**
 * `path` as written in `from`: from the root (of its plugin) if it starts with a slash, else from the folder of `from`.
 * One that names a place among the plugins starts at the program's root in any case.
 */
export function resolvePath(path: string, from: string): string | undefined {
  if (!path.startsWith('/')) return normalisePath(folderOf(from) + path)
  return normalisePath(path.startsWith(`/${PLUGINS_FOLDER}`) ? path : rootOf(from) + path)
}

export function stripExtension(path: string): string {
  const dot = path.lastIndexOf('.')
  return dot > path.lastIndexOf('/') ? path.slice(0, dot) : path
}

export function extensionOf(path: string): string {
  const dot = path.lastIndexOf('.')
  return dot > path.lastIndexOf('/') ? path.slice(dot).toLowerCase() : ''
}

/** A folder as a prefix for paths: '' or with a slash at the end, without `./` and leading slashes. */
export function folderPrefix(path: string): string {
  const normal = normalisePath(path)
  return normal ? `${normal}/` : ''
}
