import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { BackupFile } from './manifest'

const CHUNK_BYTES = 1024 * 1024

/** Copies to the disk itself, and says what was copied. */
export async function copyFile(source: string, target: string): Promise<Omit<BackupFile, 'path'>> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const from = await open(source, 'r')
  try {
    const to = await open(target, 'wx', 0o600)
    try {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
      for (;;) {
        const { bytesRead } = await from.read(chunk, 0, CHUNK_BYTES)
        if (bytesRead === 0) break
        const bytes = chunk.subarray(0, bytesRead)
        hash.update(bytes)
        await to.writeFile(bytes)
        sizeBytes += bytesRead
      }
      await to.sync()
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
  return { sizeBytes, sha256: hash.digest('hex') }
}
