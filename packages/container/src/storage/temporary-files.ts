import { CapabilityError, type ProgramFiles } from '../capabilities/capability'

/** In all; a program that needs more goes wrong. */
const MAX_TEMPORARY_BYTES = 1024 * 1024 * 1024

/** Keeps `tmp/…` in memory: temporary files last as long as the program is open, and count toward no quota. */
export function withTemporaryFiles(kept: ProgramFiles): ProgramFiles {
  const temporary = new Map<string, { blob: Blob; modifiedMs: number }>()
  const isTemporary = (path: string) => path.startsWith('tmp/')
  return {
    async list() {
      const own = [...temporary].map(([path, { blob, modifiedMs }]) => ({
        path,
        sizeBytes: blob.size,
        modifiedMs,
      }))
      return [...(await kept.list()), ...own]
    },
    async read(path) {
      if (!isTemporary(path)) return kept.read(path)
      const blob = temporary.get(path)?.blob
      return blob && new Uint8Array(await blob.arrayBuffer())
    },
    async readBlob(path) {
      if (isTemporary(path)) return temporary.get(path)?.blob
      if (kept.readBlob) return kept.readBlob(path)
      const bytes = await kept.read(path)
      return bytes && new Blob([bytes as Uint8Array<ArrayBuffer>])
    },
    async write(path, bytes) {
      if (!isTemporary(path)) return kept.write(path, bytes)
      let totalBytes = bytes.byteLength
      for (const { blob } of temporary.values()) totalBytes += blob.size
      if (totalBytes > MAX_TEMPORARY_BYTES) {
        throw new CapabilityError('the maximum size of the file storage limit is exceeded', {
          errno: 1300202,
        })
      }
      temporary.set(path, { blob: new Blob([bytes as Uint8Array<ArrayBuffer>]), modifiedMs: Date.now() })
    },
    async remove(path) {
      if (isTemporary(path)) temporary.delete(path)
      else await kept.remove(path)
    },
  }
}
