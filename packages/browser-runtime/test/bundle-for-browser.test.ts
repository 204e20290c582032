import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bundleForBrowser } from '@sampan/browser-runtime'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sampan-bundle-'))
  writeFileSync(
    join(folder, 'entry.ts'),
    `import css from './a.css'\nimport { b } from './b'\nconsole.log(css, b)`,
  )
  writeFileSync(join(folder, 'a.css'), '.a { color: red }')
  writeFileSync(join(folder, 'b.ts'), 'export const b: number = 41')
})

afterEach(() => rmSync(folder, { recursive: true }))

const bundle = () =>
  bundleForBrowser({
    cacheFolder: join(folder, 'dist'),
    entries: [{ name: 'page', file: join(folder, 'entry.ts'), format: 'iife' }],
  })

const textOf = (files: Map<string, Uint8Array>, name: string) => new TextDecoder().decode(files.get(name))

test('a second build of the same sources comes from the disk', async () => {
  const first = await bundle()
  const second = await bundle()
  expect([first.cached, second.cached]).toEqual([false, true])
  expect(second.hash).toBe(first.hash)
  expect(textOf(second.files, 'page.js')).toBe(textOf(first.files, 'page.js'))
  expect(textOf(second.files, 'page.js')).toContain('.a { color: red }')
  expect([...second.files.keys()].sort()).toEqual(['page.js', 'page.js.map'])
})

test('a change of any source builds again, also one that is only imported', async () => {
  const first = await bundle()
  writeFileSync(join(folder, 'b.ts'), 'export const b: number = 42')
  const second = await bundle()
  expect(second.cached).toBe(false)
  expect(second.hash).not.toBe(first.hash)
  expect(textOf(second.files, 'page.js')).toContain('42')
})

test('outputs that somebody removed are built again', async () => {
  const { hash } = await bundle()
  rmSync(join(folder, 'dist', hash), { recursive: true })
  expect((await bundle()).cached).toBe(false)
})

test('calls at the same time do not disturb each other', async () => {
  const hashes = (await Promise.all([bundle(), bundle(), bundle()])).map(({ hash }) => hash)
  expect(new Set(hashes).size).toBe(1)
  expect((await bundle()).cached).toBe(true)
})
