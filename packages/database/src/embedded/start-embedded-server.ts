import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, readFile, realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { DatabaseError } from '../database-error'
import { ensureCluster, giveTo, PASSWORD_FILE, SUPERUSER } from './create-cluster'
import { describeFolderProblem } from './describe-failure'
import { findPostgresBinaries } from './postgres-binaries'
import { SOCKET_PORT, startPostmaster } from './postmaster'
import type { Postmaster, PostmasterOptions, Transport } from './postmaster'
import { readPostmasterFile, removeStalePostmasterFile } from './postmaster-file'
import { chooseRunAs } from './run-as'
import type { RunAs } from './run-as'

export interface EmbeddedServerOptions {
  /** Belongs to the database alone; made if it is not there. */
  folder: string
  /** `loopback`: a port with a password instead of a unix socket. Only Windows needs it. */
  transport?: 'socket' | 'loopback'
  /** False for databases that nobody will miss: nothing waits for the disk. */
  durable?: boolean
  onLog?: (line: string) => void
  /** The server ended by itself, or cannot be started again yet. */
  onProblem?: (problem: DatabaseError) => void
}

export interface EmbeddedServer {
  folder: string
  dataFolder: string
  major: number
  /** Of the database `postgres`, or of another one. */
  url(database?: string): string
  stop(): Promise<void>
}

/** How long a server that is on its way out (its parent was killed) may hold the folder. */
const LEAVING_MS = 3_000
const STOPPING_MS = 120_000
const FIRST_RESTART_DELAY_MS = 100
const LONGEST_RESTART_DELAY_MS = 5_000
/** Less than the 107 bytes that the path of a unix socket may have, with the name of the socket. */
const LONGEST_SOCKET_FOLDER = 88

/** PostgreSQL as a child of this process, started again whenever it ends before `stop`. */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const folder = resolve(options.folder)
  const { durable = true, onLog = () => {}, onProblem = () => {} } = options
  try {
    await mkdir(folder, { recursive: true })
    // Root keeps the folder and lets others pass; what is in it is for PostgreSQL's user alone.
    if (process.getuid?.() === 0 && (await lstat(folder)).uid === 0) await chmod(folder, 0o711)
    const binaries = await findPostgresBinaries(folder)
    const runAs = chooseRunAs(folder, [binaries.postgres, join(tmpdir(), 'sampan')])
    const data = await ensureCluster({ folder, binaries, runAs, durable })
    const wanted = options.transport ?? (process.platform === 'win32' ? 'loopback' : 'socket')
    const transport =
      wanted === 'socket' ? await makeSocketFolder(folder, runAs) : { port: await findFreePort() }
    const password = 'port' in transport ? await readFile(join(data, PASSWORD_FILE), 'utf8') : ''
    const running = await supervise({ folder, data, binaries, runAs, transport, durable, onLog }, onProblem)
    return {
      folder,
      dataFolder: data,
      major: binaries.major,
      url: (database = 'postgres') => describeUrl(transport, password, database),
      stop: running.stop,
    }
  } catch (error) {
    throw describeFolderProblem(error, folder)
  }
}

async function supervise(
  options: PostmasterOptions,
  onProblem: (problem: DatabaseError) => void,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  let current: Postmaster | undefined = await startWhenFree(options)

  async function keepRunning(): Promise<void> {
    let delayMs = FIRST_RESTART_DELAY_MS
    while (!stopping.signal.aborted) {
      if (current) {
        const lastWords = await current.ended
        current = undefined
        if (stopping.signal.aborted) return
        delayMs = FIRST_RESTART_DELAY_MS
        onProblem(new DatabaseError('server-died', `PostgreSQL ended and is started again:\n${lastWords}`))
      }
      try {
        current = await startWhenFree(options)
      } catch (error) {
        onProblem(error as DatabaseError)
        await delay(delayMs, undefined, { signal: stopping.signal }).catch(() => {})
        delayMs = Math.min(delayMs * 2, LONGEST_RESTART_DELAY_MS)
      }
    }
    await current?.stop()
  }

  const finished = keepRunning()
  return {
    async stop() {
      stopping.abort()
      await current?.stop()
      await finished
    },
  }
}

/** The last server on this folder may be on its way out; one that stays is somebody else's. */
async function startWhenFree(options: PostmasterOptions): Promise<Postmaster> {
  const startedAt = performance.now()
  for (;;) {
    await removeStalePostmasterFile(options.data)
    try {
      return await startPostmaster(options)
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== 'folder-in-use') throw error
      const waitedMs = performance.now() - startedAt
      const isLeaving = (await readPostmasterFile(options.data))?.status === 'stopping'
      if (waitedMs > (isLeaving ? STOPPING_MS : LEAVING_MS)) throw error
      await delay(100)
    }
  }
}

/** In the folder itself, or under a name derived from it where that would be too long for a socket. */
async function makeSocketFolder(folder: string, runAs: RunAs): Promise<Transport> {
  const inside = join(folder, 'socket')
  const name = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 16)
  const socketFolder =
    Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER ? inside : join(tmpdir(), `sampan-${name}`)
  await mkdir(socketFolder, { mode: 0o700 }).then(
    () => giveTo(socketFolder, runAs),
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  const found = await lstat(socketFolder)
  const owner = runAs.uid ?? process.getuid?.()
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new DatabaseError(
      'folder-not-writable',
      `${socketFolder} is not ours alone (owner ${found.uid}, not ${owner}): remove it, or set TMPDIR.`,
    )
  }
  return { socketFolder }
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolvePort, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolvePort)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

function describeUrl(transport: Transport, password: string, database: string): string {
  if ('port' in transport) {
    return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${transport.port}/${database}`
  }
  const host = encodeURIComponent(transport.socketFolder)
  return `postgresql://${SUPERUSER}@localhost:${SOCKET_PORT}/${database}?host=${host}`
}

/** Of a server that some process runs on this folder, for a command beside it; undefined if none does. */
export async function findRunningServer(
  folder: string,
): Promise<{ url: string; dataFolder: string } | undefined> {
  const data = join(resolve(folder), 'data')
  const file = await readPostmasterFile(data)
  if (file?.status !== 'ready') return undefined
  const transport = file.socketFolder ? { socketFolder: file.socketFolder } : { port: file.port }
  const password = 'port' in transport ? await readFile(join(data, PASSWORD_FILE), 'utf8') : ''
  return { url: describeUrl(transport, password, 'postgres'), dataFolder: data }
}
