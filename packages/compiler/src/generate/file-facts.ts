import { createHash } from 'node:crypto'

export interface FileFacts {
  sizeBytes: number
  digest: Buffer
}

/** Sizes and digests of the bundle's files. A file whose content is the same object as before is not read again. */
export interface FileMeter {
  measure(path: string, content: string | Uint8Array): FileFacts
}

export function createFileMeter(): FileMeter {
  const known = new Map<string, { content: string | Uint8Array; facts: FileFacts }>()
  return {
    measure(path, content) {
      const before = known.get(path)
      if (before?.content === content) return before.facts
      const facts = {
        sizeBytes: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
        digest: createHash('sha256').update(content).digest(),
      }
      known.set(path, { content, facts })
      return facts
    },
  }
}
