import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPage, type TestPage } from './open-page'

let test: TestPage
beforeAll(async () => {
  test = await openTestPage({}, 'live-page.ts')
})
afterAll(() => test.close())

const refuseCameras = (isRefused: boolean) =>
  test.page.evaluate((refused) => (liveHarness.isRefused = refused), isRefused)
/** Results hold bytes; the page tells their length. */
const pictureFrom = (selector: string, method: string, options: unknown = {}) =>
  test.page.evaluate(
    async ([target, name, given]) => {
      const picture = (await harness.call(target, name, [given])) as Record<string, unknown>
      return { ...picture, bytes: (picture.bytes as ArrayBuffer).byteLength }
    },
    [selector, method, options] as const,
  )

describe('camera', () => {
  it('shows the camera, takes photos and sends frames', async () => {
    await test.mount(['camera', { 'device-position': 'front', style: 'width:100%;height:300px' }])
    expect((await test.waitForEvent('initdone')).detail).toMatchObject({ maxZoom: expect.any(Number) })
    await test.screenshot('camera')
    const photo = await pictureFrom('wx-camera', 'takePhoto', { quality: 'low' })
    expect(photo).toMatchObject({ fileType: 'jpg', width: expect.any(Number) })
    expect(photo.bytes).toBeGreaterThan(1000)
    await test.call('wx-camera', 'startFrames')
    const size = await test.page.waitForFunction(() => {
      const frame = harness.events.find(({ name }) => name === 'cameraframe')?.detail as
        { width: number; height: number; data: ArrayBuffer } | undefined
      return frame && frame.data.byteLength - frame.width * frame.height * 4 + 1
    })
    expect(await size.jsonValue()).toBe(1)
    await test.call('wx-camera', 'stopFrames')
    expect(await test.call('wx-camera', 'setZoom', { zoom: 9 })).toEqual({ zoom: 4 })
    await test.set('wx-camera', { flash: 'torch' })
    await expect
      .poll(() => test.page.evaluate(() => liveHarness.settings))
      .toEqual([
        { type: 'set', torch: false },
        { type: 'set', zoom: 4 },
        { type: 'set', torch: true },
      ])
  })

  it('records until it is told to stop', async () => {
    await test.call('wx-camera', 'startRecord')
    await test.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    const recorded = await test.page.evaluate(async () => {
      const { bytes, mimeType } = (await harness.call('wx-camera', 'stopRecord', [])) as {
        bytes: ArrayBuffer
        mimeType: string
      }
      return { bytes: bytes.byteLength, mimeType }
    })
    expect(recorded.mimeType).toMatch(/^video\//)
    expect(recorded.bytes).toBeGreaterThan(0)
    await expect(test.call('wx-camera', 'stopRecord')).rejects.toThrow('stopRecord:fail not recording')
  })

  it('is an empty stage with an error where the camera may not be used', async () => {
    await refuseCameras(true)
    await test.mount(['camera', {}])
    expect((await test.waitForEvent('error')).detail).toEqual({
      errMsg: 'camera:fail auth deny',
    })
    await expect(test.call('wx-camera', 'takePhoto', {})).rejects.toThrow('fail no picture')
    await test.screenshot('camera-none')
    expect(await test.page.evaluate(() => harness.widgets[0]!.closed)).toBe(true)
    await refuseCameras(false)
  })
})

describe('live', () => {
  it('live-player says that it cannot receive RTMP', async () => {
    await test.mount(['live-player', { src: 'rtmp://example.com/live/1', autoplay: true }])
    expect((await test.waitForEvent('statechange')).detail).toMatchObject({ code: -2301 })
    expect((await test.waitForEvent('error')).detail).toEqual({
      errMsg: 'live-player:fail a web page cannot receive rtmp streams',
    })
  })

  it('live-pusher shows the camera and says that it cannot push', async () => {
    await test.mount(['live-pusher', { url: 'rtmp://example.com/live/1', mode: 'SD' }])
    await test.call('wx-live-pusher', 'startPreview')
    expect((await test.waitForEvent('statechange')).detail).toMatchObject({ code: 1003 })
    expect(await pictureFrom('wx-live-pusher', 'snapshot')).toMatchObject({ fileType: 'jpg' })
    await expect(test.call('wx-live-pusher', 'start')).rejects.toThrow('start:fail a web page cannot push')
    expect((await test.waitForEvent('statechange', 2)).detail).toMatchObject({ code: -1307 })
    await test.set('wx-live-pusher', { autopush: true })
    await test.waitForEvent('error', 2)
    await expect(test.call('wx-live-pusher', 'playBGM')).rejects.toThrow('playBGM:fail not supported')
  })

  it('tags of services that are not there say so once', async () => {
    await test.mount(['voip-room', {}], ['channel-video', { 'feed-id': 'x' }], ['channel-live', {}])
    await test.waitForEvent('error', 3)
    await test.set('wx-channel-video', { 'feed-id': 'y' })
    expect(await test.events('error')).toHaveLength(3)
  })
})
