import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from './harness/run-cli'
import { useTemporaryFolder } from './harness/temporary-folder'

const folder = useTemporaryFolder()

test('makes a project that builds without a finding', async () => {
  const created = await runCli(['create', 'my-shop', '--appid', 'wx0123456789abcdef'], { cwd: folder.path() })
  expect(created).toMatchObject({ code: 0, stderr: '' })
  for (const file of ['app.js', 'app.json', 'app.wxss', 'sitemap.json', 'pages/index/index.wxml']) {
    expect(existsSync(folder.path(`my-shop/${file}`)), file).toBe(true)
  }
  const config = JSON.parse(readFileSync(folder.path('my-shop/project.config.json'), 'utf8'))
  expect(config).toMatchObject({ appid: 'wx0123456789abcdef', projectname: 'my-shop' })

  const built = await runCli(['build', 'my-shop', '--out', 'out', '--json'], { cwd: folder.path() })
  expect(JSON.parse(built.stdout)).toMatchObject({
    ok: true,
    pages: ['pages/index/index', 'pages/log/log'],
    diagnostics: [],
  })
})

test('--typescript makes a project that builds and passes the type checker', async () => {
  await runCli(['create', 'ts', '--typescript'], { cwd: folder.path() })
  const built = await runCli(['build', 'ts', '--out', 'out', '--json'], { cwd: folder.path() })
  expect(JSON.parse(built.stdout)).toMatchObject({ ok: true, diagnostics: [] })

  const require = createRequire(import.meta.url)
  const typescript = require.resolve('typescript/package.json')
  symlinkSync(dirname(dirname(typescript)), folder.path('ts/node_modules'))
  const checked = spawnSync(process.execPath, [join(dirname(typescript), 'bin/tsc'), '-p', folder.path('ts')])
  expect(checked.stdout.toString()).toBe('')
  expect(checked.status).toBe(0)
})

test.each([
  ['a folder with files in it', ['used'], 'used is not empty'],
  ['a file', ['used/notes.txt'], 'notes.txt is a file'],
  ['an unknown template', ['new', '--template', 'nothing'], 'There is no template nothing'],
  ['a template outside the templates', ['new', '--template', '../packages'], 'There is no template'],
  ['an AppID that is none', ['new', '--appid', 'a b'], 'a b is not an AppID'],
])('refuses %s and leaves everything as it was', async (_, args, message) => {
  folder.write('used/notes.txt', 'mine')
  const { code, stderr } = await runCli(['create', ...args], { cwd: folder.path() })
  expect(code).toBe(2)
  expect(stderr).toContain(message)
  expect(readdirSync(folder.path())).toEqual(['used'])
  expect(readdirSync(folder.path('used'))).toEqual(['notes.txt'])
})

test('a fresh repository counts as empty', async () => {
  folder.write('fresh/.git/HEAD', 'ref: refs/heads/main')
  expect((await runCli(['create', 'fresh'], { cwd: folder.path() })).code).toBe(0)
})
