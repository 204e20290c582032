import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runCli } from './harness/run-cli'
import { useTemporaryFolder } from './harness/temporary-folder'

const folder = useTemporaryFolder()

const PROGRAM = {
  'app.json': '{ "pages": ["pages/a/a"] }',
  'app.js': 'App({})',
  'pages/a/a.js': 'Page({ data: { text: "hello from a page" } })',
  'pages/a/a.wxml': '<view>{{text}}</view>',
  'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

const build = (...args: string[]) => runCli(['build', folder.path('program'), ...args])

test('writes a bundle, and replaces what the last build wrote', async () => {
  folder.project('program', { ...PROGRAM, 'old.png': 'x' })
  const out = folder.path('out')
  const first = await build('--out', out)
  expect(first.code).toBe(0)
  expect(first.stdout).toContain('Built 1 pages')
  expect(JSON.parse(readFileSync(`${out}/manifest.json`, 'utf8'))).toMatchObject({ formatVersion: 1 })
  expect(readFileSync(`${out}/packages/main/service.js`, 'utf8')).toContain('hello from a page')
  expect(existsSync(`${out}/files/old.png`)).toBe(true)

  folder.project('other', PROGRAM)
  await runCli(['build', folder.path('other'), '--out', out])
  expect(existsSync(`${out}/files/old.png`)).toBe(false)
  expect(existsSync(`${out}/files/logo.svg`)).toBe(true)
})

test('a bundle inside the project is not part of the next build', async () => {
  const project = folder.project('program', PROGRAM)
  await runCli(['build', '.', '--out', 'dist'], { cwd: project })
  await runCli(['build', '.', '--out', 'dist'], { cwd: project })
  expect(readdirSync(`${project}/dist/files`)).toEqual(['logo.svg'])
})

test('errors come with place, code and help; the exit code is 1', async () => {
  folder.project('program', { ...PROGRAM, 'pages/a/a.wxml': '<view>\n  <text>{{ a + }}</text>\n</view>' })
  const { code, stderr } = await build('--out', folder.path('out'))
  expect(code).toBe(1)
  expect(stderr).toMatch(/^pages\/a\/a\.wxml:2:\d+ error /m)
  expect(stderr).toMatch(/^ {2}2 │ {3}<text>\{\{ a \+ \}\}<\/text>$/m)
  expect(stderr).toMatch(/^ {4}│ +\^$/m)
  expect(stderr).toContain('1 error, 0 warnings')
})

test('--json is one JSON document on standard output', async () => {
  folder.project('program', { ...PROGRAM, 'app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }' })
  const { code, stdout } = await build('--out', folder.path('out'), '--json')
  expect(code).toBe(1)
  const result = JSON.parse(stdout)
  expect(result).toMatchObject({ ok: false, packages: [{ id: 'main' }] })
  expect(result.sizeBytes).toBeGreaterThan(0)
  expect(result.diagnostics).toContainEqual(
    expect.objectContaining({ code: 'page-missing', severity: 'error', file: 'app.json' }),
  )
})

test('a folder that is no program is told, and nothing is written', async () => {
  folder.project('program', { 'notes.txt': 'x' })
  const { code, stderr } = await build('--out', folder.path('out'))
  expect(code).toBe(1)
  expect(stderr).toContain('app.json')
  expect(existsSync(folder.path('out'))).toBe(false)
})

test.each([
  ['the project itself', 'program'],
  ['a folder around the project', '.'],
  ['a folder with files of somebody', 'photos'],
])('--out refuses %s', async (_, out) => {
  folder.project('program', PROGRAM)
  folder.write('photos/cat.jpg', 'x')
  const { code, stderr } = await build('--out', folder.path(out))
  expect(code).toBe(2)
  expect(stderr).toContain('--out')
  expect(existsSync(folder.path('photos/cat.jpg'))).toBe(true)
  expect(existsSync(folder.path('program/app.json'))).toBe(true)
})

test('--source-map and --minify', async () => {
  folder.project('program', {
    ...PROGRAM,
    'pages/a/a.js': 'const aLongName = 1\nPage({ data: { aLongName } })',
  })
  const out = folder.path('out')
  const service = () => readFileSync(`${out}/packages/main/service.js`, 'utf8')
  await build('--out', out, '--no-minify', '--source-map')
  expect(service()).toContain('const aLongName = 1')
  const map = JSON.parse(readFileSync(`${out}/packages/main/service.js.map`, 'utf8'))
  const sections = map.sections as { map: { sources: string[] } }[]
  expect(sections.flatMap((section) => section.map.sources)).toContain('pages/a/a.js')
  await build('--out', out)
  expect(service()).not.toContain('const aLongName = 1')
  expect(existsSync(`${out}/packages/main/service.js.map`)).toBe(false)
})

test('a program that asks for WeUI gets its components and styles', async () => {
  folder.project('program', {
    ...PROGRAM,
    'app.json': '{ "pages": ["pages/a/a"], "useExtendedLib": { "weui": true } }',
    'pages/a/a.json': '{ "usingComponents": { "mp-cell": "weui-miniprogram/cell/cell" } }',
    'pages/a/a.wxml': '<mp-cell value="one"/>',
  })
  const out = folder.path('out')
  const { code, stderr } = await build('--out', out)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const read = (name: string) => readFileSync(`${out}/packages/main/${name}`, 'utf8')
  expect(read('service.js')).toContain('weui-miniprogram/cell/cell')
  expect((JSON.parse(read('styles.json')) as { app: string }).app).toContain('.weui-cells')
})

test('nothing in a project gives the terminal commands', async () => {
  const escape = '\u001B[2J'
  folder.project('program', {
    ...PROGRAM,
    'app.json': `{ "pages": ["pages/a/a", "pages/${escape}/x", "pages/b/b"] }`,
    'pages/a/a.wxml': `<view ${escape}>{{ + }}</view>\n<text>`,
    'pages/b/b.js': 'Page({})',
    'pages/b/b.wxml': '\0\u0001\u0002 \u001B[31m',
  })
  const { stdout, stderr } = await build('--out', folder.path('out'))
  expect(stdout + stderr).toMatch(/pages\/b\/b\.wxml:1:1 .*binary/)
  expect(stdout + stderr).not.toMatch(/[\0\u0001\u001B]/)
})
