import { createHash } from 'node:crypto'
import { type FileSource, FileDamaged, FileTooLarge, MOST_FILE_BYTES, type PutOptions } from './file-store'

/** Hands a source on piece by piece, and knows its hash and size at the end. */
export function measureSource(source: FileSource, { mostBytes = MOST_FILE_BYTES }: PutOptions = {}) {
  const hash = createHash('sha256')
  let sizeBytes = 0

  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of source instanceof Uint8Array ? [source] : source) {
      sizeBytes += piece.length
      if (sizeBytes > mostBytes) throw new FileTooLarge(mostBytes)
      hash.update(piece)
      yield piece
    }
  }

  return { pieces, end: () => ({ hash: hash.digest('hex'), sizeBytes }) }
}

export function hashBytes(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

export function requireIntact(content: Buffer, hash: string): Buffer {
  const found = hashBytes(content)
  if (found !== hash) throw new FileDamaged(hash, found)
  return content
}
