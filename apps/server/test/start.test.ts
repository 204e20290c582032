import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { readStartOptions } from '../src/start/options'

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url))

const dataFolder = mkdtempSync(join(tmpdir(), 'sampan-data-'))
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/server/src/main.ts', ...args], {
    cwd: REPOSITORY,
    env: { ...process.env, NO_COLOR: '1', SAMPAN_DATA: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<number | null>((done) => child.on('close', done))
  const says = (words: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = (chunk?: Buffer) => {
        output += chunk?.toString() ?? ''
        const match = words.exec(output)
        if (match) resolve(match)
      }
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      void ended.then(() => reject(new Error(`Ended without ${words}:\n${output}`)))
    })
  return { child, ended, says, output: () => output }
}

async function takePort() {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { port, free: () => new Promise((closed) => server.close(closed)) }
}

test('starts, says where to click, serves, and stops when asked', async () => {
  const { port, free } = await takePort()
  await free()
  const server = run(['--port', String(port), '--host', '127.0.0.1', '--language', 'en'])
  await server.says(/Ctrl\+C/)
  expect(server.output()).toContain(`http://localhost:${port}/`)
  expect(server.output()).toMatch(/Mini programs +[\d.]+ s +\d+ ready/)
  const health = await fetch(`http://127.0.0.1:${port}/healthz`)
  expect(await health.json()).toMatchObject({ ok: true })
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})

test('a taken port that was asked for is a clear message, in Chinese too', async () => {
  const { port, free } = await takePort()
  const server = run(['--port', String(port), '--host', '127.0.0.1'], {
    LANG: 'zh_CN.UTF-8',
    LC_ALL: '',
    SAMPAN_LANG: '',
  })
  await server.says(new RegExp(`端口 ${port} 已被占用`))
  expect(await server.ended).toBe(1)
  expect(server.output()).not.toMatch(/ at .*:\d+:\d+/)
  await free()
})

test('options come from the command line, then from the environment', () => {
  const options = readStartOptions(['--port', '6000', '--language', 'zh_CN'], { PORT: '7000', HOST: '::1' })
  expect(options).toMatchObject({ port: 6000, host: '::1', language: 'zh', programsUrl: '' })
  expect(readStartOptions([], { PORT: '7000', LANG: 'zh_CN.UTF-8' })).toMatchObject({
    port: 7000,
    language: 'zh',
  })
  expect(readStartOptions([], {})).toMatchObject({ publicUrl: undefined, trustedProxies: undefined })
  const behind = readStartOptions(['--trust-proxy', '10.0.0.0/8, ::1'], { SAMPAN_URL: 'https://mini.test/' })
  expect(behind).toMatchObject({ publicUrl: 'https://mini.test', trustedProxies: ['10.0.0.0/8', '::1'] })
  expect(readStartOptions([], { SAMPAN_TRUST_PROXY: '1' }).trustedProxies).toBe(1)
  for (const url of ['mini.test', 'https://mini.test/app', 'https://me@mini.test', 'ftp://mini.test']) {
    expect(() => readStartOptions(['--public-url', url], {})).toThrow('without a path')
  }
  for (const list of ['0', 'true', 'balancer', '10.0.0.0/33']) {
    expect(() => readStartOptions(['--trust-proxy', list], {})).toThrow('--trust-proxy')
  }
  expect(() => readStartOptions(['--port', 'x'], {})).toThrow('must be a number')
  expect(() => readStartOptions(['--prot', '1'], {})).toThrow('--prot')
  expect(() => readStartOptions(['--programs-url', 'ftp://x'], {})).toThrow('http')
})
