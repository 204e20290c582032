import type { SourceFiles } from './source-files'

/** The files as of the last `refresh`: each is read and listed once, and again only after it has changed. */
export interface FileSnapshot extends SourceFiles {
  /** Forgets what is known about these paths and about which files there are. */
  refresh(changedPaths: readonly string[]): void
  /** Forgets everything. */
  refreshAll(): void
}

export function createFileSnapshot(files: SourceFiles): FileSnapshot {
  let listed: string[] | undefined
  const existing = new Map<string, boolean>()
  const texts = new Map<string, string | undefined>()
  const contents = new Map<string, Uint8Array | undefined>()

  function remember<Value>(map: Map<string, Value>, path: string, read: () => Value): Value {
    if (map.has(path)) return map.get(path)!
    const value = read()
    map.set(path, value)
    return value
  }

  return {
    list: () => (listed ??= files.list()),
    has: (path) => remember(existing, path, () => files.has(path)),
    sizeBytes: (path) => files.sizeBytes(path),
    read: (path) => remember(contents, path, () => files.read(path)),
    readText: (path) => remember(texts, path, () => files.readText(path)),
    refresh: (changedPaths) => {
      listed = undefined
      existing.clear()
      for (const path of changedPaths) {
        texts.delete(path)
        contents.delete(path)
      }
    },
    refreshAll: () => {
      listed = undefined
      existing.clear()
      texts.clear()
      contents.clear()
    },
  }
}
