import { execFile } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { compileApart } from '../../src/versions/compile/compile-apart'
import { findNetworkFence } from '../../src/versions/compile/network-fence'
import { UPLOAD_LIMITS } from '../../src/versions/rules/upload-limits'
import { packFiles } from './pack-archive'
import { APP_ID, makeProject } from './project'

const never = new AbortController().signal

async function compile(changes: Record<string, string>, limits = UPLOAD_LIMITS, signal = never) {
  return compileApart(await packFiles(makeProject(changes)), { appId: APP_ID, limits, signal })
}

function within(compileLimits: Partial<typeof UPLOAD_LIMITS.compile>) {
  return { ...UPLOAD_LIMITS, compile: { ...UPLOAD_LIMITS.compile, ...compileLimits } }
}

const ENDLESS = { 'pages/a/a.scss': '@while true { $x: 1 }' }

test('a project becomes a bundle, the same each time', async () => {
  const [one, other] = [await compile({}), await compile({})]
  expect(one).toMatchObject({ state: 'built', manifest: { appId: APP_ID, pageOrder: ['pages/a/a'] } })
  expect(one).toEqual(other)
  if (one.state === 'built') expect([...one.files.keys()]).toContain('packages/main/service.js')
})

test('errors of a project come back with their places', async () => {
  expect(await compile({ 'pages/a/a.js': 'Page({' })).toMatchObject({
    state: 'failed',
    code: 'errors',
    diagnostics: [{ severity: 'error', file: 'pages/a/a.js', line: 1 }],
  })
})

test('a project of another program is none of this one', async () => {
  const config = JSON.stringify({ appid: 'wx0000000000000000' })
  expect(await compile({ 'project.config.json': config })).toMatchObject({
    code: 'app-id',
    detail: 'wx0000000000000000',
  })
})

test('what never ends is ended', async () => {
  expect(await compile(ENDLESS, within({ mostSeconds: 3 }))).toMatchObject({ state: 'failed', code: 'time' })
})

test('what grows without end is ended', async () => {
  const growing = '$l: (a b); @while true { $l: join($l, $l) } .a { b: $l }'
  const outcome = await compile({ 'pages/a/a.scss': growing }, within({ mostMemoryBytes: 400 * 1024 * 1024 }))
  expect(outcome).toMatchObject({ state: 'failed', code: 'memory' })
})

test('a bundle that is too large is not taken', async () => {
  const outcome = await compile({ 'big.txt': 'x'.repeat(300_000) }, within({ mostBundleBytes: 200_000 }))
  expect(outcome).toMatchObject({ state: 'failed', code: 'bundle-size' })
})

test('whoever stops waiting leaves nothing running', async () => {
  const stopping = new AbortController()
  const outcome = compile(ENDLESS, UPLOAD_LIMITS, stopping.signal)
  const refused = expect(outcome).rejects.toThrow('enough')
  await vi.waitFor(async () => expect(await findChildren()).not.toEqual([]), 10_000)
  stopping.abort(new Error('enough'))
  await refused
  await vi.waitFor(async () => expect(await findChildren()).toEqual([]), 5_000)
})

test.runIf(process.platform === 'linux')('the child has no secrets of ours', async () => {
  vi.stubEnv('SAMPAN_SECRET', 'the secret of this platform')
  const stopping = new AbortController()
  const outcome = compile(ENDLESS, UPLOAD_LIMITS, stopping.signal)
  const refused = expect(outcome).rejects.toThrow('enough')
  const [pid] = await vi.waitFor(async () => {
    const found = await findChildren()
    expect(found).not.toEqual([])
    return found
  }, 10_000)
  const environment = await readFile(`/proc/${pid}/environ`, 'utf8')
  stopping.abort(new Error('enough'))
  await refused
  vi.unstubAllEnvs()
  expect(environment.split('\0').map((line) => line.split('=')[0])).toEqual(
    expect.arrayContaining(['NODE_ENV']),
  )
  expect(environment).not.toMatch(/SAMPAN|DATABASE|secret/)
})

test('behind the fence there is no network, where the system can make one', async ({ skip }) => {
  const fence = await findNetworkFence()
  if (fence.length === 0) return skip('this system lets users have no network of their own')
  const server = createServer((_request, response) => response.end('reached'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const script = `fetch('${url}').then((answer) => answer.text()).then(console.log, () => console.log('no way'))`
  const run = promisify(execFile)
  const outputs = []
  for (const command of [[process.execPath], [...fence, process.execPath]]) {
    outputs.push((await run(command[0]!, [...command.slice(1), '-e', script])).stdout.trim())
  }
  expect(outputs).toEqual(['reached', 'no way'])
  server.close()
})

/** Of this process, by their command. */
async function findChildren(): Promise<string[]> {
  const found: string[] = []
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (command.includes('compile-child.ts') && command.includes(APP_ID)) found.push(pid)
  }
  return found
}
