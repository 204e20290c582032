import { describe, expect, it } from 'vitest'
import { createWx } from '../../src/api'
import '../../src/all-parts'
import { createFakeContext } from './fake-context'

type Wx = Record<string, (...args: unknown[]) => unknown>

function start(parts?: Parameters<typeof createFakeContext>[0]) {
  const context = createFakeContext(parts)
  return { context, wx: createWx(context) as Wx }
}

describe('system information', () => {
  it('answers from the live environment', async () => {
    const { wx, context } = start({ app: { darkmode: true, debug: true } })
    const info = wx.getSystemInfoSync?.() as Record<string, unknown>
    expect(info).toMatchObject({
      windowWidth: 375,
      windowHeight: 724,
      platform: 'devtools',
      SDKVersion: '3.8.0',
      theme: 'dark',
      enableDebug: true,
      cameraAuthorized: true,
      microphoneAuthorized: false,
      safeArea: { top: 44, bottom: 778 },
    })
    await expect(wx.getSystemInfo?.()).resolves.toMatchObject({ ...info, errMsg: 'getSystemInfo:ok' })
    ;(context.environment as { windowHeight: number }).windowHeight = 700
    expect(wx.getWindowInfo?.()).toMatchObject({ windowHeight: 700, screenTop: 112 })
    expect(wx.getMenuButtonBoundingClientRect?.()).toMatchObject({ width: 87, top: 48 })
    expect(wx.getAppAuthorizeSetting?.()).toMatchObject({ cameraAuthorized: 'authorized' })
  })

  it('keeps the theme from programs without dark mode and the version from previews', () => {
    const { wx } = start()
    expect(wx.getAppBaseInfo?.()).not.toHaveProperty('theme')
    expect(wx.getAccountInfoSync?.()).toEqual({
      miniProgram: { appId: 'wx0000000000000001', envVersion: 'develop', version: '' },
    })
    const released = start({ environment: { envVersion: 'release' } }).wx
    expect(released.getAccountInfoSync?.()).toMatchObject({ miniProgram: { version: '1.2.3' } })
  })

  it('tells how it was launched', () => {
    const { wx } = start()
    expect(wx.getLaunchOptionsSync?.()).toEqual({
      path: 'pages/index',
      query: {},
      scene: 1001,
      referrerInfo: {},
      apiCategory: 'default',
    })
  })
})

describe('events', () => {
  it('adds, removes and isolates listeners', () => {
    const { wx, context } = start()
    const heard: unknown[] = []
    const first = (payload: unknown) => heard.push(['first', payload])
    wx.onThemeChange?.(() => {
      throw new Error('of the program')
    })
    wx.onThemeChange?.(first)
    wx.onThemeChange?.(first)
    context.emit('themeChange', { theme: 'light' })
    expect(heard).toEqual([['first', { theme: 'light' }]])
    expect(context.userErrors).toHaveLength(1)
    wx.offThemeChange?.(first)
    wx.onThemeChange?.((payload: unknown) => heard.push(payload))
    wx.offThemeChange?.()
    context.emit('themeChange', { theme: 'dark' })
    expect(heard).toHaveLength(1)
  })

  it('lets late listeners of the update manager hear what happened', async () => {
    const { wx, context } = start()
    context.answers.checkForUpdate = () => ({ hasUpdate: true })
    const manager = wx.getUpdateManager?.() as Wx
    const heard: unknown[] = []
    await new Promise((resolve) => manager.onCheckForUpdate?.(resolve))
    context.emit('updateReady')
    manager.onCheckForUpdate?.((result: unknown) => heard.push(result))
    manager.onUpdateReady?.(() => heard.push('ready'))
    expect(heard).toEqual([{ hasUpdate: true }, 'ready'])
    manager.applyUpdate?.()
    expect(context.calls.at(-1)).toEqual({ api: 'restartMiniProgram', params: { path: '/pages/index' } })
  })
})

describe('encoding', () => {
  it('converts base64 both ways', () => {
    const { wx } = start()
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256)
    const text = wx.arrayBufferToBase64?.(bytes.buffer) as string
    expect(text).toBe(Buffer.from(bytes).toString('base64'))
    expect(Buffer.from(wx.base64ToArrayBuffer?.(text) as ArrayBuffer).equals(bytes)).toBe(true)
    expect(() => wx.base64ToArrayBuffer?.('*')).toThrow('base64ToArrayBuffer:fail')
  })

  it('gives random bytes of any documented length', async () => {
    const { wx } = start()
    const answer = (await wx.getRandomValues?.({ length: 100_000 })) as { randomValues: ArrayBuffer }
    expect(answer.randomValues.byteLength).toBe(100_000)
    expect(new Set(new Uint8Array(answer.randomValues)).size).toBe(256)
    await expect(wx.getRandomValues?.({})).rejects.toMatchObject({
      errMsg: 'getRandomValues:fail parameter error: parameter.length should be Number instead of Undefined;',
    })
  })
})

describe('performance', () => {
  it('keeps entries and tells observers', () => {
    const { wx, context } = start()
    const performance = wx.getPerformance?.() as Wx
    const observer = performance.createObserver?.((list: Wx) => heard.push(list.getEntries?.())) as Wx
    const heard: unknown[] = []
    observer.observe?.({ entryTypes: ['render'] })
    context.emit('performanceEntry', {
      name: 'appLaunch',
      entryType: 'navigation',
      startTime: 1,
      duration: 2,
    })
    context.emit('performanceEntry', { name: 'firstRender', entryType: 'render', startTime: 1, duration: 3 })
    expect(heard).toEqual([[{ name: 'firstRender', entryType: 'render', startTime: 1, duration: 3 }]])
    expect(performance.getEntriesByType?.('navigation')).toHaveLength(1)
    expect(performance.getEntries?.()).toHaveLength(2)
  })
})
