import { LATE_PARTS } from '@sampan/protocol'
import { expect, it } from 'vitest'
import { buildClean, makeProject, type ProjectContents } from './build-project'

const neededBy = async (contents: ProjectContents) =>
  (await buildClean(makeProject(contents))).manifest.lateParts?.parts

it('names the parts that a program reaches, by what its scripts mention of them', async () => {
  expect(await neededBy({})).toEqual({})
  const script = `
    // wx.createInnerAudioContext and wx[all] are only spoken of here
    const text = 'wx.cloud' + /"wx\\[/.source, mine = { wx: 1 }.wx
    if (typeof wx !== 'undefined' && wx && wx.showToast) wx.showToast({})
    wx
      .createCanvasContext('c')
    wx?.canvasToTempFilePath({})
    wx['uploadFile']({})`
  expect(await neededBy({ 'pages/a/a.js': script })).toEqual({
    files: ['uploadFile'],
    canvas: ['canvasToTempFilePath', 'createCanvasContext'],
  })
  const typed = `import type { X } from './x'\nconst api = (wx as { cloud: X }).cloud`
  const files = { 'pages/a/a.js': `require('./typed')`, 'pages/a/typed.ts': typed }
  expect(await neededBy(files)).toEqual({ cloud: ['cloud'] })
})

it('names them for tags too', async () => {
  expect(await neededBy({ 'pages/a/a.wxml': '<canvas type="2d"/>' })).toEqual({ canvas: [] })
})

const ESCAPES = [
  `const name = 'request'\nwx[name]({})`,
  'for (const name in wx) exports[name] = wx[name]',
  'const api = wx',
  'const { request } = wx',
  'Object.keys(wx)',
  'module.exports = { wx }',
  'const api = typeof qq === "object" ? qq : wx',
  'const api = this.wx || wx',
]

it.each(ESCAPES)('names all of them where wx goes out of sight: %s', async (script) => {
  const needed = await neededBy({ 'pages/a/a.js': `${script}\nwx.cloud.init()` })
  expect(Object.keys(needed ?? {})).toEqual([...LATE_PARTS])
  expect(needed).toMatchObject({ cloud: ['cloud'], canvas: [] })
})
