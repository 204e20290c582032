import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url))

export interface ServedSuperapp {
  url: string
  stop(): Promise<void>
}

/**
 * `npm start` on a port of its own, as a user starts it. `options` as on the command line. Its data are its own too,
 * unless `--data` is among them: a data folder has one server at a time.
 */
export async function serveSuperapp(options: string[] = []): Promise<ServedSuperapp> {
  const port = await findFreePort()
  const data = mkdtempSync(join(tmpdir(), 'sampan-data-'))
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'apps/server/src/main.ts',
      '--port',
      String(port),
      '--host',
      '127.0.0.1',
      '--data',
      data,
      ...options,
    ],
    { cwd: REPOSITORY, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, SAMPAN_LANG: 'en' } },
  )
  const ended = new Promise<void>((done) => child.on('close', () => done())).then(() =>
    rmSync(data, { recursive: true, force: true }),
  )
  await new Promise<void>((ready, failed) => {
    let output = ''
    const look = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Ctrl+C')) ready()
    }
    child.stdout.on('data', look)
    child.stderr.on('data', look)
    void ended.then(() => failed(new Error(`The server ended:\n${output}`)))
  })
  return {
    url: `http://localhost:${port}/`,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
