import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { networkTexts } from '../src/capabilities/network/texts'
import { settingTexts } from '../src/capabilities/setting/texts'
import { pickerTexts } from '../src/interface/picker/texts'
import { type TextTable, interfaceTexts } from '../src/interface/texts'

const source = join(dirname(fileURLToPath(import.meta.url)), '../src')

/** Beside its own table: what else a folder's part brings along. */
const FURTHER: Record<string, TextTable> = {
  'capabilities/privacy': settingTexts,
  'capabilities/widgets': pickerTexts,
  'interface/picker': pickerTexts,
}

const folders = [
  '.',
  'interface',
  'interface/picker',
  'interface/problem',
  'pages',
  'program-menu',
  ...readdirSync(join(source, 'capabilities'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `capabilities/${name}`),
]

test.each(folders)('%s brings the texts that it shows', async (folder) => {
  const files = readdirSync(join(source, folder)).filter((name) => name.endsWith('.ts'))
  const code = files.map((name) => readFileSync(join(source, folder, name), 'utf8')).join('\n')
  const used = [...code.matchAll(/\btext\(\s*'([^']+)'/g)].map((match) => match[1]!)
  const own = files.includes('texts.ts') ? await ownTexts(folder) : {}
  const known = { ...interfaceTexts, ...networkTexts, ...own, ...FURTHER[folder] }
  expect(used.filter((key) => !Object.hasOwn(known, key))).toEqual([])
})

async function ownTexts(folder: string): Promise<TextTable> {
  const module = (await import(join(source, folder, 'texts.ts'))) as Record<string, unknown>
  return Object.assign({}, ...Object.values(module).filter((value) => typeof value === 'object')) as TextTable
}
