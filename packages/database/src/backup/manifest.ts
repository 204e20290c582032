import { readFile } from 'node:fs/promises'
import { isAbsolute, join, normalize, sep } from 'node:path'
import { DatabaseError } from '../database-error'

export interface BackupFile {
  /** With slashes, in the backup's `data`. */
  path: string
  sizeBytes: number
  sha256: string
}

/** `manifest.json` of a backup; it is written last. */
export interface BackupManifest {
  format: 1
  createdAt: string
  postgresMajor: number
  folders: string[]
  files: BackupFile[]
}

export const MANIFEST_FILE = 'manifest.json'

/** Refuses what cannot be a whole manifest, and one whose paths lead elsewhere. */
export async function readManifest(source: string): Promise<BackupManifest> {
  let manifest: BackupManifest
  try {
    manifest = JSON.parse(await readFile(join(source, MANIFEST_FILE), 'utf8')) as BackupManifest
  } catch (cause) {
    throw new DatabaseError('backup-damaged', `${source} is no whole backup: ${(cause as Error).message}`, {
      cause,
    })
  }
  const { format, files, folders, postgresMajor } = manifest
  if (format !== 1 || !Array.isArray(files) || !Array.isArray(folders) || typeof postgresMajor !== 'number') {
    throw new DatabaseError(
      'backup-damaged',
      `${source}: its manifest is not of a kind that this Sampan reads`,
    )
  }
  const odd = [...folders, ...files.map(({ path }) => path)].find((path) => !isInside(path))
  if (odd !== undefined) {
    throw new DatabaseError('backup-damaged', `${source}: its manifest names ${JSON.stringify(odd)}`)
  }
  return manifest
}

function isInside(path: unknown): boolean {
  if (typeof path !== 'string' || path === '' || path.includes('\0') || isAbsolute(path)) return false
  const clean = normalize(path)
  return clean !== '..' && !clean.startsWith(`..${sep}`) && !/^[a-z]:/i.test(clean)
}
