import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { browserArguments, findBrowser } from '@sampan/browser-finder'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sampan-browser-'))
  vi.stubEnv('CHROME_PATH', '')
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

function placeProgram(name: string) {
  const path = join(folder, name)
  writeFileSync(path, '#!/bin/sh\n')
  chmodSync(path, 0o755)
  return path
}

test('CHROME_PATH wins over everything', async () => {
  const path = placeProgram('my-browser')
  vi.stubEnv('CHROME_PATH', path)
  expect(await findBrowser({ install: false })).toEqual({ path, source: 'CHROME_PATH' })
})

test('a CHROME_PATH that leads nowhere is told, not passed over', async () => {
  vi.stubEnv('CHROME_PATH', join(folder, 'nothing'))
  await expect(findBrowser({ install: true })).rejects.toThrow('CHROME_PATH is')
})

test.runIf(process.platform === 'linux')('an installed browser is found on the PATH', async () => {
  const path = placeProgram('google-chrome')
  vi.stubEnv('PATH', [join(folder, 'empty'), folder].join(delimiter))
  expect(await findBrowser({ install: false })).toEqual({ path, source: 'installed' })
})

test('the sandbox is given up for root alone', () => {
  expect(browserArguments().includes('--no-sandbox')).toBe(process.getuid?.() === 0)
})
