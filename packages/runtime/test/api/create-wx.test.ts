import { WX_CATALOGUE } from '@sampan/protocol'
import { describe, expect, it } from 'vitest'
import { createWx } from '../../src/api'
import '../../src/all-parts'
import { createFakeContext } from './fake-context'

type Wx = Record<string, (...args: unknown[]) => unknown>

function start(parts?: Parameters<typeof createFakeContext>[0]) {
  const context = createFakeContext(parts)
  return { context, wx: createWx(context) as Wx }
}

describe('createWx', () => {
  it('has every documented function and no undocumented one', () => {
    const { wx } = start()
    const missing = WX_CATALOGUE.filter(
      ({ name, kind }) => kind !== 'property' && typeof wx[name] !== 'function',
    )
    expect(missing).toEqual([])
    expect(wx.lin).toBeUndefined()
    expect(wx.env).toEqual({ USER_DATA_PATH: 'wxfile://usr' })
  })

  it('fails unsupported calls in the base library’s shape and warns once', async () => {
    const { wx, context } = start()
    const heard: unknown[] = []
    expect(
      wx.openCard?.({ fail: (e: unknown) => heard.push(e), complete: (e: unknown) => heard.push(e) }),
    ).toBeUndefined()
    await expect(wx.openCard?.({})).rejects.toEqual({ errMsg: 'openCard:fail not supported' })
    expect(heard).toEqual([
      { errMsg: 'openCard:fail not supported' },
      { errMsg: 'openCard:fail not supported' },
    ])
    expect(context.warnings).toEqual(['wx.openCard is not supported'])
    const system = wx.getXrFrameSystem?.() as {
      Component: new () => object
      registerComponent(): Promise<void>
    }
    class Spin extends system.Component {}
    expect(() => new Spin()).toThrow('Component:fail not supported')
    expect(() => wx.isVKSupport?.('v1')).toThrow('isVKSupport:fail not supported')
    const session = wx.createVKSession?.({}) as Wx
    await expect(session.start?.({})).rejects.toMatchObject({ errMsg: 'start:fail not supported' })
    expect(wx.onHCEMessage?.(() => {})).toBeUndefined()
  })

  it('answers canIUse from what is implemented and documented', () => {
    const canIUse = start().wx.canIUse as (schema: string) => boolean
    const yes = [
      'showToast',
      'showToast.object.icon.success',
      'showToast.success',
      'getSystemInfoSync.return.safeArea.left',
      'getSystemInfo.success.screenWidth',
      'onThemeChange.callback.theme',
      'console.log',
      'SelectorQuery.select',
      'button.open-type.share',
      'text.user-select',
      'view',
    ]
    const no = [
      'openCard',
      'openCard.success',
      'showToast.object.nothing',
      'button.open-type.nothing',
      'nothing',
      '',
    ]
    expect(yes.filter((schema) => !canIUse(schema))).toEqual([])
    expect(no.filter((schema) => canIUse(schema))).toEqual([])
    expect(canIUse('__proto__')).toBe(false)
    expect(canIUse('constructor')).toBe(false)
  })
})
