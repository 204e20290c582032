import { S3mini } from 's3mini'
import { type FileStore, isFileHash } from './file-store'
import { measureSource, requireIntact } from './measure-source'

export interface S3Place {
  /** The bucket: `https://s3.eu-central-1.amazonaws.com/bucket`, or of any store that speaks S3. */
  endpoint: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

const TIMEOUT_MS = 60_000

/** Files as objects `files/ab/cdef…` of a bucket that all processes of a platform share. */
export function openS3FileStore(place: S3Place): FileStore {
  const bucket = new S3mini({ ...place, requestAbortTimeout: TIMEOUT_MS })
  const keyOf = (hash: string) => `files/${hash.slice(0, 2)}/${hash.slice(2)}`

  return {
    // The key is known at the end only, so a source is collected first; its size is bounded.
    async put(source, options) {
      const measured = measureSource(source, options)
      const pieces: Uint8Array[] = []
      for await (const piece of measured.pieces()) pieces.push(piece)
      const stored = measured.end()
      await bucket.putObject(keyOf(stored.hash), Buffer.concat(pieces), 'application/octet-stream')
      return stored
    },

    async read(hash) {
      if (!isFileHash(hash)) return undefined
      const content = await bucket.getObjectArrayBuffer(keyOf(hash))
      return content === null ? undefined : requireIntact(Buffer.from(content), hash)
    },

    async has(hash) {
      return isFileHash(hash) && (await bucket.objectExists(keyOf(hash))) === true
    },
  }
}
