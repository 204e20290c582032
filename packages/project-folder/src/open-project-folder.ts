import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SourceFiles } from '@sampan/compiler'
import { listAllFiles, listFiles } from './list-files'

export interface OpenFolderOptions {
  /** Folders to leave out, for example the one that a build writes to. */
  skip?: string[]
}

/** A folder on disk as the compiler sees it. Files of `node_modules` can be read, but are not listed. */
export interface ProjectFolder extends SourceFiles {
  /** Absolute. */
  root: string
  listFolder(folder: string): string[]
  /** Looks again at which files there are. Contents are always read from the disk. */
  refresh(): void
}

/** Throws Node's error if `folder` is not a folder that can be read. */
export function openProjectFolder(folder: string, { skip = [] }: OpenFolderOptions = {}): ProjectFolder {
  const root = resolve(folder)
  const skipped = new Set(skip.map((path) => resolve(path)))
  let listed: string[] = []
  let known = new Set<string>()

  function refresh() {
    listed = listFiles(root, skipped)
    known = new Set(listed)
  }

  /** Listed paths keep their exact case, also on disks that do not mind. */
  function isReadable(path: string): boolean {
    if (known.has(path)) return true
    return isInNodeModules(path) && (statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false)
  }

  function read(path: string): Uint8Array | undefined {
    if (!isReadable(path)) return undefined
    try {
      return readFileSync(join(root, path))
    } catch (error) {
      // It went away since the last look.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  refresh()
  return {
    root,
    refresh,
    list: () => listed,
    has: isReadable,
    sizeBytes: (path) =>
      isReadable(path) ? (statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0) : 0,
    read,
    readText(path) {
      const bytes = read(path)
      return bytes && decoder.decode(bytes)
    },
    listFolder: (path) =>
      path.split('/').includes('..') ? [] : listAllFiles(join(root, path)).map((inside) => path + inside),
  }
}

/** Drops a byte order mark. */
const decoder = new TextDecoder('utf-8')

function isInNodeModules(path: string): boolean {
  return /(^|\/)node_modules\//.test(path) && !path.split('/').includes('..')
}
