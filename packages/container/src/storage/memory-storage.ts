import type { ProgramStorage } from '../capabilities/capability'

/** For browsers that refuse IndexedDB (private windows of some): lasts as long as the program is open. */
export function createMemoryStorage(): ProgramStorage & { close(): void } {
  const values = new Map<string, string>()
  const files = new Map<string, { bytes: Uint8Array; modifiedMs: number }>()
  return {
    getAll: async () => Object.fromEntries(values),
    set: async (key, json) => void values.set(key, json),
    remove: async (key) => void values.delete(key),
    clear: async () => values.clear(),
    files: {
      list: async () =>
        [...files].map(([path, { bytes, modifiedMs }]) => ({
          path,
          sizeBytes: bytes.byteLength,
          modifiedMs,
        })),
      read: async (path) => files.get(path)?.bytes,
      write: async (path, bytes) => void files.set(path, { bytes, modifiedMs: Date.now() }),
      remove: async (path) => void files.delete(path),
    },
    close() {},
  }
}
