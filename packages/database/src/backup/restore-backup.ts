import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DatabaseError } from '../database-error'
import { giveTo, makeDraftFolder } from '../embedded/create-cluster'
import { describeFolderProblem } from '../embedded/describe-failure'
import { findPostgresBinaries } from '../embedded/postgres-binaries'
import { chooseRunAs } from '../embedded/run-as'
import type { RunAs } from '../embedded/run-as'
import { syncFolder } from '../embedded/sync-folder'
import { copyFile } from './copy-file'
import { forEachFile } from './for-each-file'
import { readManifest } from './manifest'
import type { BackupFile } from './manifest'

/**
 * Puts a backup into `folder`, which must hold no database, for `openDatabase({ folder })`. Every file is compared
 * with the manifest while it is copied; nothing has the database's name before all is right.
 */
export async function restoreBackup(source: string, folder: string): Promise<void> {
  const from = resolve(source)
  const place = resolve(folder)
  const manifest = await readManifest(from)
  try {
    await mkdir(place, { recursive: true })
    const data = join(place, 'data')
    if (existsSync(data)) {
      throw new DatabaseError(
        'folder-not-empty',
        `${place} holds a database: move it away, or choose another folder`,
      )
    }
    const { major } = await findPostgresBinaries(place)
    if (manifest.postgresMajor !== major) {
      throw new DatabaseError(
        'backup-of-other-version',
        `${from} is of PostgreSQL ${manifest.postgresMajor}; this Sampan brings ${major}. Restore it with the Sampan ` +
          'that made it, and move the data with pg_dump.',
      )
    }
    const runAs = chooseRunAs(place, [])
    const draft = await makeDraftFolder(place, runAs)
    try {
      for (const path of manifest.folders) {
        await mkdir(join(draft, path), { mode: 0o700 })
        await giveTo(join(draft, path), runAs)
      }
      await forEachFile(manifest.files, (file) => restoreFile(from, draft, file, runAs))
      for (const path of ['', ...manifest.folders]) await syncFolder(join(draft, path))
      await rename(draft, data)
      await syncFolder(place)
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
  } catch (error) {
    throw describeFolderProblem(error, place)
  }
}

async function restoreFile(source: string, draft: string, file: BackupFile, runAs: RunAs): Promise<void> {
  const target = join(draft, file.path)
  const found = await copyFile(join(source, 'data', file.path), target).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      throw new DatabaseError('backup-damaged', `${source} lacks ${file.path}: use another backup`)
    },
  )
  if (found.sha256 !== file.sha256 || found.sizeBytes !== file.sizeBytes) {
    throw new DatabaseError(
      'backup-damaged',
      `${source}: ${file.path} is not what was written: use another backup`,
    )
  }
  await giveTo(target, runAs)
}
