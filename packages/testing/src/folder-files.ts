import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A folder on disk as the compiler's `SourceFiles`: listed and read when asked. `node_modules` and dot folders are not
 * listed, but a file in them can be read by its path.
 */
export function folderFiles(folder: string) {
  const absolute = (path: string) => join(folder, path)

  function listBelow(folder: string, isEntered: (name: string) => boolean): string[] {
    const paths: string[] = []
    const walk = (prefix: string) => {
      for (const entry of readdirSync(absolute(prefix), { withFileTypes: true })) {
        const path = prefix + entry.name
        const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && isDirectory(absolute(path)))
        if (!isFolder) paths.push(path)
        else if (isEntered(entry.name)) walk(`${path}/`)
      }
    }
    if (isDirectory(absolute(folder))) walk(folder)
    return paths
  }

  function read(path: string): Uint8Array | undefined {
    try {
      return readFileSync(absolute(path))
    } catch {
      return undefined
    }
  }

  return {
    list: () => listBelow('', (name) => name !== 'node_modules' && !name.startsWith('.')),
    listFolder: (path: string) => listBelow(path, () => true),
    has: (path: string) => isFile(absolute(path)),
    sizeBytes: (path: string) => statSync(absolute(path)).size,
    read,
    readText: (path: string) => {
      const content = read(path)
      return content && new TextDecoder().decode(content)
    },
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
