import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { GLASS_EASEL_PATCHES, patchModule } from '../src/glass-easel-patches'

const sources = join(dirname(createRequire(import.meta.url).resolve('glass-easel/package.json')), 'src')
const modules = [...new Set(GLASS_EASEL_PATCHES.map(({ module }) => module))]

test.each(modules)('%s is the one that the patches are for', (module) => {
  const source = readFileSync(join(sources, module), 'utf8')
  expect(patchModule(module, source)).not.toBe(source)
})

test('a module whose text is another does not build', () => {
  expect(() => patchModule('virtual_node.ts', 'export class VirtualNode {}')).toThrow(
    /virtual_node\.ts has 0 times, not once/,
  )
})

test('a module without patches stays as it is', () => {
  expect(patchModule('event.ts', 'export {}')).toBe('export {}')
})
