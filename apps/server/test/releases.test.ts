import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findRepository } from '@sampan/browser-runtime'
import { readCatalogueFile } from '../src/catalogue/catalogue-file'
import { releaseCatalogue } from '../src/catalogue/release-catalogue'
import { describeRefusals } from '../src/start/print-refusals'
import { createTemporaryCatalogue } from './harness/temporary-catalogue'
import type { TemporaryCatalogue } from './harness/temporary-catalogue'

let catalogue: TemporaryCatalogue

beforeEach(() => {
  catalogue = createTemporaryCatalogue()
})
afterEach(() => catalogue.remove())

async function release(programsUrl = '') {
  return releaseCatalogue({
    repository: findRepository(),
    entries: await readCatalogueFile(catalogue.catalogueFile),
    cacheFolder: catalogue.cacheFolder,
    programsUrl,
  })
}

test('what did not change is not compiled again', async () => {
  const first = await release()
  const second = await release()
  expect([first.compiled, second.compiled]).toEqual([1, 0])
  expect(second.programs[0]!.hash).toBe(first.programs[0]!.hash)
  expect([...second.programs[0]!.contents.keys()]).toEqual([...first.programs[0]!.contents.keys()])
})

test('a changed project is compiled, its earlier bundle forgotten', async () => {
  const first = await release()
  catalogue.write('hello/index.wxml', '<view>Ahoy {{text}}</view>')
  const second = await release()
  expect(second.compiled).toBe(1)
  expect(second.programs[0]!.hash).not.toBe(first.programs[0]!.hash)
  expect(readdirSync(catalogue.cacheFolder)).toHaveLength(1)
})

test('bundles may come from another origin', async () => {
  const { programs } = await release('https://programs.example')
  expect(programs[0]!.summary.bundleUrl).toMatch(/^https:\/\/programs\.example\/bundles\/sphello\/\w+\/$/)
})

test('a broken project is left out, with the place of each error', async () => {
  catalogue.write('hello/index.wxml', '<view>\n  <text>{{ a + }}</text>\n</view>')
  const outcome = await release()
  expect(outcome.programs).toEqual([])
  const english = describeRefusals(outcome, 'en').join('\n')
  expect(english).toContain('Hello River is left out')
  expect(english).toMatch(/hello\/index\.wxml:2:\d+/)
  expect(describeRefusals(outcome, 'zh').join('\n')).toContain('「你好江河」未上架')
})

test('a project under another AppID is left out', async () => {
  catalogue.write('hello/project.config.json', JSON.stringify({ appid: 'spother' }))
  const { refused } = await release()
  expect(refused[0]!.refusal).toEqual({ state: 'refused', code: 'appId', found: 'spother' })
})

test('a catalogue with a mistake says what it is', async () => {
  catalogue.write('programs.json', JSON.stringify({ programs: [{ appId: 'a b' }] }))
  await expect(readCatalogueFile(catalogue.catalogueFile)).rejects.toThrow(/appId/)
})
