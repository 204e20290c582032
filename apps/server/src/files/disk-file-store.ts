import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type FileStore, isFileHash } from './file-store'
import { hashBytes, measureSource, requireIntact } from './measure-source'

/** What a process that ended left half written is removed after this time. */
const ABANDONED_MS = 24 * 3600_000

/** Files in a folder of this computer (or one that several share): `ab/cdef…`, whole or not there. */
export async function openDiskFileStore(folder: string): Promise<FileStore> {
  const drafts = join(folder, 'drafts')
  await mkdir(drafts, { recursive: true })
  await removeAbandoned(drafts)
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2))

  return {
    async put(source, options) {
      const measured = measureSource(source, options)
      const draft = join(drafts, randomUUID())
      const file = await open(draft, 'wx', 0o600)
      try {
        for await (const piece of measured.pieces()) await file.writeFile(piece)
        const stored = measured.end()
        const path = pathOf(stored.hash)
        // A damaged file is replaced by whoever puts it again.
        if (await isIntact(path, stored.hash)) return stored
        await file.sync()
        await makeFolder(dirname(path), folder)
        await rename(draft, path)
        await syncFolder(dirname(path))
        return stored
      } finally {
        await file.close()
        await rm(draft, { force: true })
      }
    },

    async read(hash) {
      const content = isFileHash(hash) ? await readIfThere(pathOf(hash)) : undefined
      return content && requireIntact(content, hash)
    },

    async has(hash) {
      if (!isFileHash(hash)) return false
      return (await stat(pathOf(hash)).catch(ignoreMissing))?.isFile() ?? false
    },
  }
}

async function isIntact(path: string, hash: string): Promise<boolean> {
  const content = await readIfThere(path)
  return content !== undefined && hashBytes(content) === hash
}

function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(ignoreMissing)
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

async function makeFolder(path: string, parent: string): Promise<void> {
  const made = await mkdir(path, { recursive: true })
  if (made !== undefined) await syncFolder(parent)
}

/** Makes names in a folder survive a power cut. Windows has no such call and does it by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function removeAbandoned(drafts: string): Promise<void> {
  for (const name of await readdir(drafts)) {
    const path = join(drafts, name)
    const changedMs = (await stat(path).catch(ignoreMissing))?.mtimeMs ?? Date.now()
    if (Date.now() - changedMs > ABANDONED_MS) await rm(path, { force: true })
  }
}
