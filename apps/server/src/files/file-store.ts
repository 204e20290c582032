/** Files by their content: packages, pictures, sources. The same bytes are one file, whoever puts them there. */
export interface FileStore {
  /** Resolves when the file will survive a power cut. */
  put(source: FileSource, options?: PutOptions): Promise<StoredFile>
  /** Undefined if there is none. Rejects with a `FileDamaged` rather than hand out other bytes than were put. */
  read(hash: string): Promise<Buffer | undefined>
  has(hash: string): Promise<boolean>
}

export type FileSource = Uint8Array | AsyncIterable<Uint8Array>

export interface PutOptions {
  /** Else `MOST_FILE_BYTES`. A longer source is a `FileTooLarge`, and nothing is kept of it. */
  mostBytes?: number
}

export interface StoredFile {
  /** SHA-256 in hexadecimal. */
  hash: string
  sizeBytes: number
}

export const MOST_FILE_BYTES = 256 * 1024 * 1024

const HASH = /^[0-9a-f]{64}$/

/** Hashes are parts of paths: whatever is not one names no file. */
export function isFileHash(text: string): boolean {
  return HASH.test(text)
}

export class FileTooLarge extends Error {
  override name = 'FileTooLarge'

  constructor(readonly mostBytes: number) {
    super(`A file is ${mostBytes} bytes at most`)
  }
}

export class FileDamaged extends Error {
  override name = 'FileDamaged'

  constructor(hash: string, found: string) {
    super(`File ${hash} has the content of ${found}`)
  }
}
