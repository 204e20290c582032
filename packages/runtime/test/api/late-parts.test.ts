import { apisOfPart, LATE_PARTS } from '@sampan/protocol'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createWx } from '../../src/api'
import { latePart } from '../../src/api/late-parts'
import { createFakeContext } from './fake-context'

type Wx = Record<string, (options?: object) => any>

const load = () => import('../../src/all-parts')

describe('late parts', () => {
  it('fail in the base library’s shape when they could not be fetched', async () => {
    const parts = {
      canvas: ['createCanvasContext', 'canvasToTempFilePath'],
      cloud: ['cloud'],
      catalogue: ['canIUse', 'openCard'],
    }
    const context = createFakeContext({ manifest: { lateParts: { version: 1, parts } } })
    const wx = createWx(context) as Wx
    const reason = 'this part of the base library could not be loaded'
    expect(() => wx.createCanvasContext!()).toThrow(`createCanvasContext:fail ${reason}`)
    expect(() => wx.canIUse!()).toThrow(`canIUse:fail ${reason}`)
    expect(() => (wx.cloud as unknown as Wx).init!()).toThrow(`cloud.init:fail ${reason}`)
    await expect(wx.canvasToTempFilePath!({})).rejects.toEqual({
      errMsg: `canvasToTempFilePath:fail ${reason}`,
    })
    const failure = await new Promise((fail) => wx.openCard!({ fail }))
    expect(failure).toEqual({ errMsg: `openCard:fail ${reason}` })
    expect(wx.createVideoContext).toBeUndefined()
  })

  it('are the modules of the folder', async () => {
    await load()
    const files = readdirSync(new URL('../../src/parts', import.meta.url))
    expect(files.sort()).toEqual(LATE_PARTS.map((part) => `${part}.ts`).sort())
    expect(LATE_PARTS.filter((part) => !latePart(part))).toEqual([])
  })

  it('bring the APIs that they are fetched for', async () => {
    await load()
    const wx = createWx(createFakeContext())
    for (const name of LATE_PARTS) {
      if (name === 'bytes') continue
      const own = apisOfPart(name)
      const others = Object.fromEntries(Object.entries(wx).filter(([api]) => !own.includes(api)))
      const brought = Object.keys(latePart(name)!.createApis(createFakeContext(), others))
      expect(brought.sort(), `${name}: change the table in protocol/src/late-parts.ts`).toEqual(own.sort())
    }
  })
})
