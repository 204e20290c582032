import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { DatabaseError } from '../database-error'
import { describeFailure } from './describe-failure'
import type { PostgresBinaries } from './postgres-binaries'
import type { RunAs } from './run-as'

/** A unix socket in a private folder; a loopback port where there are none (Windows). */
export type Transport = { socketFolder: string } | { port: number }

export interface PostmasterOptions {
  folder: string
  data: string
  binaries: PostgresBinaries
  runAs: RunAs
  transport: Transport
  durable: boolean
  onLog: (line: string) => void
}

export interface Postmaster {
  /** When the server is gone, with its last words. */
  ended: Promise<string>
  /** Ends connections, writes everything, ends. */
  stop(): Promise<void>
}

export const SOCKET_PORT = 5432
const READY_WITHIN_MS = 10 * 60_000
const STOPPED_WITHIN_MS = 60_000
const KEPT_LINES = 40
/** Standard input is the parent's hand: when it lets go, in whatever way, the server is told to stop. */
const WATCHDOG = `exec 3<&0
"$@" 3<&- </dev/null &
server=$!
(cat <&3 >/dev/null; kill -INT $server) &
watcher=$!
exec 3<&-
wait $server
code=$?
kill $watcher 2>/dev/null
exit $code`

/** Resolves when the server answers; rejects with a DatabaseError when it ends before. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { runAs, binaries, transport } = options
  const program = [binaries.postgres, ...listArguments(options)]
  const [command, ...args] = [...runAs.prefix, ...watch(transport, program)]
  const child = spawn(command!, args, {
    ...(runAs.prefix.length === 0 && { uid: runAs.uid, gid: runAs.gid }),
    cwd: options.data,
    env: { ...process.env, ...binaries.env, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'ignore', 'pipe'],
    // In a session of its own: Ctrl+C is for us, and we stop the server last.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  child.stdin.on('error', () => {}) // It ended first: `ended` tells.

  const lines: string[] = []
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line)
      if (lines.length > KEPT_LINES) lines.shift()
      options.onLog(line)
      if (line.includes('database system is ready to accept connections')) resolve()
    })
  })
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(String(error)))
    child.on('close', () => resolve(lines.join('\n')))
    // A server that outlived its watchdog keeps the pipe open.
    child.on('exit', () => {
      child.stdin.destroy()
      setTimeout(() => resolve(lines.join('\n')), 2_000).unref()
    })
  })

  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    const text = `PostgreSQL in ${options.folder} takes too long to start.`
    late = setTimeout(() => reject(new DatabaseError('start-failed', text)), READY_WITHIN_MS)
  })
  const failed = ended.then((output) => Promise.reject(describeFailure(output, options.folder)))
  try {
    await Promise.race([ready, failed, tooLate])
  } catch (error) {
    child.stdin.destroy()
    throw error
  } finally {
    clearTimeout(late)
    failed.catch(() => {}) // Ending later is what `ended` tells.
  }

  return {
    ended,
    async stop() {
      child.stdin.end()
      const timer = setTimeout(() => void quitAtOnce(options.data), STOPPED_WITHIN_MS)
      await ended
      clearTimeout(timer)
    },
  }
}

function watch(transport: Transport, program: string[]): string[] {
  if ('socketFolder' in transport) return ['/bin/sh', '-c', WATCHDOG, 'sampan-postgres', ...program]
  return [process.execPath, fileURLToPath(new URL('watchdog.mjs', import.meta.url)), ...program]
}

function listArguments({ data, transport, durable }: PostmasterOptions): string[] {
  const settings: Record<string, string> = {
    ...('port' in transport
      ? { listen_addresses: '127.0.0.1', port: String(transport.port), unix_socket_directories: '' }
      : {
          listen_addresses: '',
          port: String(SOCKET_PORT),
          unix_socket_directories: transport.socketFolder,
          unix_socket_permissions: '0700',
        }),
    ...(durable
      ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    wal_level: 'replica',
    max_connections: '200',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'off',
    log_destination: 'stderr',
  }
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** What is committed is safe in the log; the next start replays it. */
async function quitAtOnce(data: string): Promise<void> {
  const pid = Number.parseInt(await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => ''))
  if (pid > 0) process.kill(pid, 'SIGQUIT')
}
