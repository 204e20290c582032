import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bundleForBrowser } from '@sampan/browser-runtime'

let folder: string

const sources: Record<string, string> = {
  'entry.ts': `
    import { log } from './log'
    import { Shape } from './shapes'
    log('first ' + new Shape().name)`,
  'log.ts': `
    let count = 0
    export function log(text: string): void { (globalThis as any).seen.push(++count + ' ' + text) }
    export const unused = 'nobody wants this'`,
  'shapes.ts': `
    export default 'a default'
    export class Shape { name = 'shape' }
    export const sides = (shape: unknown): string => shape instanceof Shape ? 'a shape' : 'no shape'`,
  'barrel.ts': `export * from './log'\nexport * from './shapes'`,
  'round.ts': `
    import text, { log, Shape as Base } from './round-imports'
    class Circle extends Base { override name = 'circle' }
    import { sides } from './barrel'
    log(new Circle().name + ' is ' + sides(new Circle()) + ', ' + text)`,
  'round-imports.ts': `export { log, Shape } from './barrel'\nexport { default } from './shapes'`,
  'long.ts': `import * as all from './log'\nall.log('long')`,
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sampan-parts-'))
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text)
})

afterEach(() => rmSync(folder, { recursive: true }))

async function bundle() {
  const parts = { round: join(folder, 'round.ts'), long: join(folder, 'long.ts') }
  const { files } = await bundleForBrowser({
    cacheFolder: join(folder, 'dist'),
    entries: [{ name: 'page', file: join(folder, 'entry.ts'), format: 'iife', parts }],
  })
  return Object.fromEntries([...files].map(([name, content]) => [name, new TextDecoder().decode(content)]))
}

test('parts take the modules of the first script from there, whatever way they import them', async () => {
  const files = await bundle()
  const names = ['page-long.js', 'page-round.js', 'page.js']
  expect(Object.keys(files).sort()).toEqual(names.flatMap((name) => [name, `${name}.map`]))
  const seen: string[] = []
  const context = createContext({ seen })
  for (const name of ['page.js', 'page-round.js', 'page-long.js']) runInContext(files[name]!, context)
  expect(seen).toEqual(['1 first shape', '2 circle is a shape, a default', '3 long'])
  expect(files['page.js']).not.toContain('nobody wants this')
  expect(files['page-round.js']).not.toContain('a shape')
})

test('a part that is changed is built again', async () => {
  await bundle()
  writeFileSync(join(folder, 'long.ts'), `import { log } from './log'\nlog('longer')`)
  expect((await bundle())['page-long.js']).toContain('longer')
})

test('a module that two parts bring is refused', async () => {
  writeFileSync(join(folder, 'own.ts'), `export const own = Math.random()`)
  for (const name of ['round.ts', 'long.ts']) {
    writeFileSync(
      join(folder, name),
      `import { log } from './log'\nimport { own } from './own'\nlog(String(own))`,
    )
  }
  await expect(bundle()).rejects.toThrow(/own\.ts is in page-(round|long)\.js and in page-(round|long)\.js/)
})
