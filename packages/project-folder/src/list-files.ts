import { readdirSync, realpathSync, statSync } from 'node:fs'
import type { Dirent } from 'node:fs'
import { join } from 'node:path'

/** Folders that are never part of a program, at any depth. Dot folders are not either. */
export function isIgnoredFolder(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.')
}

const IGNORED_FILES = new Set(['.DS_Store', 'Thumbs.db'])

/** Paths below `root`, with `/`. `skip` names folders to leave out, as absolute paths. */
export function listFiles(root: string, skip: ReadonlySet<string>): string[] {
  const found: string[] = []
  walk(root, '', { skip, found, linkedFolders: new Set([realpathSync(root)]) })
  return found
}

interface Walk {
  skip: ReadonlySet<string>
  found: string[]
  /** Real paths of folders reached through links, so that a link to a parent ends. */
  linkedFolders: Set<string>
}

function walk(folder: string, prefix: string, state: Walk): void {
  const entries = readdirSync(folder, { withFileTypes: true })
  if (prefix !== '' && isBundle(entries)) return
  for (const entry of entries) {
    const path = join(folder, entry.name)
    switch (kindOf(entry, path, state)) {
      case 'file':
        if (!IGNORED_FILES.has(entry.name)) state.found.push(prefix + entry.name)
        break
      case 'folder':
        if (!isIgnoredFolder(entry.name) && !state.skip.has(path))
          walk(path, `${prefix}${entry.name}/`, state)
    }
  }
}

function kindOf(entry: Dirent, path: string, state: Walk): 'file' | 'folder' | 'other' {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (!entry.isSymbolicLink()) return 'other'
  const target = statSync(path, { throwIfNoEntry: false })
  if (target?.isFile()) return 'file'
  if (!target?.isDirectory()) return 'other'
  const real = realpathSync(path)
  if (state.linkedFolders.has(real)) return 'other'
  state.linkedFolders.add(real)
  return 'folder'
}

/** The output of an earlier build inside the project is not its source. */
function isBundle(entries: Dirent[]): boolean {
  const names = new Set(entries.map((entry) => entry.name))
  return names.has('manifest.json') && names.has('packages') && names.has('files')
}
