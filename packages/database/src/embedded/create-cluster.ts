import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseError } from '../database-error'
import { describeFailure } from './describe-failure'
import type { PostgresBinaries } from './postgres-binaries'
import type { RunAs } from './run-as'
import { syncFolder } from './sync-folder'

export const SUPERUSER = 'sampan'
/** In the data folder, so that it always fits the roles there. Asked for over TCP only. */
export const PASSWORD_FILE = 'sampan-password'
/** What a start that was killed left behind is removed when it is this old. */
const ABANDONED_AFTER_MS = 10 * 60_000

export interface ClusterOptions {
  folder: string
  binaries: PostgresBinaries
  runAs: RunAs
  /** False for databases that nobody will miss. */
  durable: boolean
}

/** `<folder>/data` is whole or not there: it is made under another name. Several may try at once. */
export async function ensureCluster(options: ClusterOptions): Promise<string> {
  const { folder, binaries } = options
  const data = join(folder, 'data')
  await removeAbandoned(folder)
  if (!existsSync(data)) await createCluster(options, data)
  const major = await readMajor(data)
  if (major !== binaries.major) {
    throw new DatabaseError(
      'folder-of-other-version',
      `${folder} holds a database of PostgreSQL ${major}, this Sampan brings ${binaries.major}. Start the Sampan ` +
        `that made it, or move the data with pg_dump to a new folder or an external PostgreSQL.`,
    )
  }
  return data
}

/** A folder of our own beside `data`, to be renamed to it when it is whole. */
export async function makeDraftFolder(folder: string, runAs: RunAs): Promise<string> {
  const draft = join(folder, `data.new-${process.pid}-${randomBytes(4).toString('hex')}`)
  await mkdir(draft, { mode: 0o700 })
  await giveTo(draft, runAs)
  return draft
}

export async function giveTo(path: string, { uid, gid }: RunAs): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

async function createCluster(options: ClusterOptions, data: string): Promise<void> {
  const draft = await makeDraftFolder(options.folder, options.runAs)
  const passwordFile = `${draft}.password`
  try {
    const password = randomBytes(24).toString('base64url')
    await writeFile(passwordFile, password, { mode: 0o600 })
    await giveTo(passwordFile, options.runAs)
    await runInitdb(options, draft, passwordFile)
    await rename(passwordFile, join(draft, PASSWORD_FILE))
    await chmod(join(draft, PASSWORD_FILE), 0o600)
    await syncFolder(draft)
    await rename(draft, data)
    await syncFolder(options.folder)
  } catch (error) {
    // Somebody else was quicker: theirs is as good.
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error
    if (!existsSync(data)) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
    await rm(passwordFile, { force: true })
  }
}

async function runInitdb(options: ClusterOptions, draft: string, passwordFile: string): Promise<void> {
  const { binaries, runAs, durable } = options
  const [command, ...args] = [
    ...runAs.prefix,
    binaries.initdb,
    ...['-D', draft, '-U', SUPERUSER, `--pwfile=${passwordFile}`],
    ...['--auth-local=trust', '--auth-host=scram-sha-256', '--encoding=UTF8'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(durable ? [] : ['--no-sync']),
  ]
  const child = spawn(command!, args, {
    ...(runAs.prefix.length === 0 && { uid: runAs.uid, gid: runAs.gid }),
    cwd: options.folder,
    env: { ...process.env, ...binaries.env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const [code] = await once(child, 'close').catch((cause: Error) => {
    throw new DatabaseError(
      'no-binaries',
      `PostgreSQL does not run on this system (${cause.message}); it needs glibc on Linux. ` +
        'Set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    )
  })
  if (code !== 0) throw describeFailure(output, options.folder)
}

async function readMajor(data: string): Promise<number> {
  const text = await readFile(join(data, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    throw new DatabaseError('folder-not-empty', `${data} is no database. Choose another folder.`)
  })
  return Number(text.trim())
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('data.new-')) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS)
      await rm(path, { recursive: true, force: true })
  }
}
