import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildBrowserRuntime, bundleForBrowser } from '@sampan/browser-runtime'

let folder: string

const sources: Record<string, string> = {
  'entry.ts': `
    import { log } from './log'
    import { Shape } from './shape'
    export const start = () => { log(new Shape().name) }
    export const loadRound = () => import('./round')
    export const loadLong = () => import('./long/index')`,
  'log.ts': `const seen: string[] = []\nexport const log = (text: string) => seen.push(text)`,
  'shape.ts': `export class Shape { name = 'a shape' }`,
  'round.ts': `import { Shape } from './shape'\nimport { fill } from './fill'\nexport class Circle extends Shape { name = 'a circle' + fill }`,
  'long/index.ts': `import { log } from '../log'\nimport { fill } from '../fill'\nexport const draw = () => log('a line' + fill)`,
  'fill.ts': `export const fill = ' in red'`,
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sampan-module-parts-'))
  mkdirSync(join(folder, 'long'))
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text)
})

afterEach(() => rmSync(folder, { recursive: true }))

const bundle = () =>
  bundleForBrowser({
    cacheFolder: join(folder, 'dist'),
    entries: [{ name: 'page', file: join(folder, 'entry.ts'), format: 'esm' }],
  })

test('an entry that shares modules with its parts is one file, and so is each part', async () => {
  const { files, imports } = await bundle()
  const scripts = [...files.keys()].filter((name) => name.endsWith('.js'))
  const holding = (text: string) => {
    const decoder = new TextDecoder()
    return scripts.filter((name) => decoder.decode(files.get(name)).includes(text))
  }
  expect(imports.page).toHaveLength(1)
  expect(holding('a shape')).toEqual(imports.page)
  expect(holding('[]')).toEqual(imports.page)
  expect(holding('a circle')).toEqual([expect.stringMatching(/^page-round-\w+\.js$/)])
  expect(holding('a line')).toEqual([expect.stringMatching(/^page-long-\w+\.js$/)])
  // What parts share among themselves is in a file that neither the entry nor other parts need.
  expect(holding(' in red')).toHaveLength(1)
  expect(scripts).toHaveLength(5)
  const again = await bundle()
  expect(again).toMatchObject({ cached: true, imports })
})

test('a first page downloads no more than 140 KB, and the container is two files', async () => {
  const { files, imports } = await buildBrowserRuntime()
  const names = ['worker.js', 'view.js', 'container.js', ...imports.container!]
  const sizes = names.map((name) => gzipSync(files.get(name)!, { level: 9 }).length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(140 * 1024)
  // One file beside the name that never changes: a launch waits for no more than that.
  expect(imports.container).toHaveLength(1)
})
