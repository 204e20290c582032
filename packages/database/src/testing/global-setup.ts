import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedServer } from '../embedded/start-embedded-server'
import type { EmbeddedServer } from '../embedded/start-embedded-server'
import { BROKER_VARIABLE, URL_VARIABLE } from './find-test-server'

/**
 * Vitest's globalSetup. Test files ask at a socket for the server of this run, and the first to ask has it started:
 * runs that need no database do not wait for one.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[URL_VARIABLE]) return undefined
  let starting: Promise<{ server: EmbeddedServer; folder: string }> | undefined

  async function start() {
    const folder = await mkdtemp(join(tmpdir(), 'sampan-test-database-'))
    return { folder, server: await startEmbeddedServer({ folder, durable: false }) }
  }

  const broker = createServer((socket) => {
    socket.on('error', () => {}) // A test file that ended meanwhile.
    starting ??= start()
    starting.then(
      ({ server }) => socket.end(JSON.stringify({ url: server.url() })),
      (error: Error) => socket.end(JSON.stringify({ problem: error.message })),
    )
  })
  const name = `sampan-test-${process.pid}-${randomBytes(4).toString('hex')}`
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
  await new Promise<void>((resolve, reject) => {
    broker.once('error', reject)
    broker.listen(path, resolve)
  })
  process.env[BROKER_VARIABLE] = path
  return async () => {
    delete process.env[BROKER_VARIABLE]
    broker.close()
    const started = await starting?.catch(() => undefined)
    await started?.server.stop()
    if (started) await rm(started.folder, { recursive: true, force: true })
  }
}
