import { readdirSync, realpathSync, statSync } from 'node:fs'
import type { Dirent } from 'node:fs'
import { join } from 'node:path'

/** Folders that are never part of a program, at any depth. Dot folders are not either. */
export function isIgnoredFolder(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.')
}

const IGNORED_FILES = new Set(['.DS_Store', 'Thumbs.db'])

/** Paths of a project's sources below `root`, with `/`. `skip` names folders to leave out, as absolute paths. */
export function listFiles(root: string, skip: ReadonlySet<string>): string[] {
  const isLeftOut = (path: string, name: string) => isIgnoredFolder(name) || skip.has(path)
  return list(root, { isLeftOut, isLeftOutWith: isBundle })
}

/** Paths of everything below `root`, with `/`. None if there is no such folder. */
export function listAllFiles(root: string): string[] {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return []
  return list(root, { isLeftOut: () => false, isLeftOutWith: () => false })
}

interface FolderRules {
  isLeftOut(path: string, name: string): boolean
  /** Whether a folder is left out because of what is in it. */
  isLeftOutWith(entries: Dirent[]): boolean
}

function list(root: string, rules: FolderRules): string[] {
  const found: string[] = []
  walk(root, '', { rules, found, linkedFolders: new Set([realpathSync(root)]) })
  return found
}

interface Walk {
  rules: FolderRules
  found: string[]
  /** Real paths of folders reached through links, so that a link to a parent ends. */
  linkedFolders: Set<string>
}

function walk(folder: string, prefix: string, state: Walk): void {
  const entries = readdirSync(folder, { withFileTypes: true })
  if (prefix !== '' && state.rules.isLeftOutWith(entries)) return
  for (const entry of entries) {
    const path = join(folder, entry.name)
    switch (kindOf(entry, path, state)) {
      case 'file':
        if (!IGNORED_FILES.has(entry.name)) state.found.push(prefix + entry.name)
        break
      case 'folder':
        if (!state.rules.isLeftOut(path, entry.name)) walk(path, `${prefix}${entry.name}/`, state)
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
