import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, DatabaseError, openDatabase } from '@sampan/database'
import type { FileStore } from '../files/file-store'
import { openFileStore } from '../files/open-file-store'
import { StartError } from './start-error'

export interface PlatformData {
  db: Database
  files: FileStore
  secret: string
}

const SECRET_BYTES = 32

/** What the platform keeps: its database, its files, and the secret without which parts of it cannot be read. */
export async function openData(folder: string, databaseUrl: string | undefined): Promise<PlatformData> {
  try {
    await mkdir(folder, { recursive: true })
    const secret = process.env.SAMPAN_SECRET ?? (await readOrMakeSecret(join(folder, 'secret')))
    const files = await openFileStore(join(folder, 'files'), process.env)
    const db = await openDatabase(databaseUrl ? { url: databaseUrl } : { folder: join(folder, 'database') })
    return { db, files, secret }
  } catch (error) {
    if (error instanceof DatabaseError || error instanceof RangeError)
      throw new StartError(error.message, { cause: error })
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new StartError(message, { cause: error })
  }
}

/** Whole or not at all, and on the disk before anything is sealed with it. */
async function readOrMakeSecret(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const draft = `${path}.${process.pid}`
  const file = await open(draft, 'w', 0o600)
  await file.writeFile(`${randomBytes(SECRET_BYTES).toString('base64url')}\n`)
  await file.sync()
  await file.close()
  // Of two processes that start at once, the first one's stays.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  return (await readFile(path, 'utf8')).trim()
}
