import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import type { ClientBase } from 'pg'
import { createHash } from 'node:crypto'
import { DatabaseError } from '../database-error'
import { describeFolderProblem } from '../embedded/describe-failure'
import { syncFolder } from '../embedded/sync-folder'
import type { Database } from '../open-database'
import { copyFile } from './copy-file'
import { forEachFile } from './for-each-file'
import { MANIFEST_FILE } from './manifest'
import type { BackupManifest } from './manifest'

/** Made anew by each start of a server, or of use to the running one alone. */
const EMPTY_FOLDERS = new Set([
  'pg_wal',
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const LEFT_OUT = /^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init(\.\d+)?)$/
const LOG_FILE = /^[0-9A-F]{24}$/

export interface BackupSummary {
  files: number
  sizeBytes: number
}

/**
 * Copies an embedded database to the folder `target`, which must not exist, while it is in use. All that was
 * committed before the call is in the copy; a copy that was interrupted does not have the name.
 */
export async function backUp(db: Database, target: string): Promise<BackupSummary> {
  const { embedded } = db
  if (!embedded) {
    throw new DatabaseError(
      'backup-external',
      'This PostgreSQL is not ours to copy: use pg_dump (pg_dump --format=custom --file=sampan.dump "$DATABASE_URL"), ' +
        'or the backups of whoever runs it.',
    )
  }
  const place = resolve(target)
  if (existsSync(place))
    throw new DatabaseError('backup-exists', `${place} is there already: choose a new name`)
  const draft = `${place}.partial-${randomBytes(4).toString('hex')}`
  try {
    await mkdir(join(draft, 'data'), { recursive: true, mode: 0o700 })
    const manifest = await copyAll(db.url, embedded.dataFolder, join(draft, 'data'), embedded.major)
    await writeSynced(join(draft, MANIFEST_FILE), JSON.stringify(manifest))
    await syncFolder(draft)
    await rename(draft, place)
    await syncFolder(dirname(place))
    const sizeBytes = manifest.files.reduce((sum, file) => sum + file.sizeBytes, 0)
    return { files: manifest.files.length, sizeBytes }
  } catch (error) {
    throw describeFolderProblem(error, place)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function copyAll(url: string, data: string, target: string, major: number): Promise<BackupManifest> {
  const manifest: BackupManifest = {
    format: 1,
    createdAt: new Date().toISOString(),
    postgresMajor: major,
    folders: [],
    files: [],
  }
  const client = new pg.Client({ connectionString: url, application_name: 'sampan backup' })
  client.on('error', () => {}) // The next statement fails with it.
  await client.connect()
  try {
    // As long as this connection lives, the server keeps the log that the copy will need.
    const slot = `sampan_backup_${randomBytes(6).toString('hex')}`
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot])
    const first = await askForLogFile(client, `select pg_backup_start('sampan', true) as lsn`)
    const files = await makeFolders(data, target, '', manifest)
    await forEachFile(files, (path) => copyListed(join(data, path), join(target, path), path, manifest))
    const stop = await client.query<{ lsn: string; labelfile: string }>(
      'select lsn, labelfile from pg_backup_stop(false)',
    )
    const { lsn, labelfile } = stop.rows[0]!
    const last = await askForLogFile(client, 'select $1::pg_lsn as lsn', [lsn])
    for (const name of (await readdir(join(data, 'pg_wal'))).sort()) {
      if (LOG_FILE.test(name) && name >= first && name <= last) {
        await copyListed(join(data, 'pg_wal', name), join(target, 'pg_wal', name), `pg_wal/${name}`, manifest)
      }
    }
    await writeSynced(join(target, 'backup_label'), labelfile)
    manifest.files.push({
      path: 'backup_label',
      sizeBytes: Buffer.byteLength(labelfile),
      sha256: createHash('sha256').update(labelfile).digest('hex'),
    })
    for (const folder of ['', ...manifest.folders]) await syncFolder(join(target, folder))
    return manifest
  } finally {
    await client.end()
  }
}

/** Name of the file in pg_wal that holds a place in the log. */
async function askForLogFile(client: ClientBase, query: string, values?: string[]): Promise<string> {
  const { rows } = await client.query<{ lsn: string }>(query, values)
  const named = await client.query<{ name: string }>('select pg_walfile_name($1) as name', [rows[0]!.lsn])
  return named.rows[0]!.name
}

/** Resolves to the files to copy. */
async function makeFolders(
  source: string,
  target: string,
  path: string,
  manifest: BackupManifest,
): Promise<string[]> {
  const files: string[] = []
  for (const entry of await readdir(join(source, path), { withFileTypes: true })) {
    const inside = path === '' ? entry.name : `${path}/${entry.name}`
    if (LEFT_OUT.test(entry.name)) continue
    if (entry.isDirectory()) {
      await mkdir(join(target, inside), { mode: 0o700 })
      manifest.folders.push(inside)
      if (!EMPTY_FOLDERS.has(inside)) files.push(...(await makeFolders(source, target, inside, manifest)))
      else if (inside === 'pg_wal') await addLogFolders(target, manifest)
    } else if (entry.isFile()) {
      files.push(inside)
    } else {
      throw new Error(`${join(source, inside)} is a link to another place: backups do not follow it`)
    }
  }
  return files
}

/** PostgreSQL makes them only together with `pg_wal` itself. */
async function addLogFolders(target: string, manifest: BackupManifest): Promise<void> {
  for (const folder of ['pg_wal/archive_status', 'pg_wal/summaries']) {
    await mkdir(join(target, folder), { mode: 0o700 })
    manifest.folders.push(folder)
  }
}

/** A table that is dropped meanwhile takes its file with it: the log says so too. */
async function copyListed(
  source: string,
  target: string,
  path: string,
  manifest: BackupManifest,
): Promise<void> {
  try {
    manifest.files.push({ path, ...(await copyFile(source, target)) })
  } catch (error) {
    const { code, path: missing } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' || missing !== source || path.startsWith('pg_wal/')) throw error
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600, flush: true })
}
