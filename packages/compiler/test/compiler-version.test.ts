import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COMPILER_VERSION } from '../src'

test('the version is that of the package', () => {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  expect((JSON.parse(manifest) as { version: string }).version).toBe(COMPILER_VERSION)
})
