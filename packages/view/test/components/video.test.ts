import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markedPicture } from './marked-picture'
import { openTestPage, type TestPage } from './open-page'

/** Some seconds of a quiet tone: media elements play it with exact times. */
function tone(seconds: number): Buffer {
  const rate = 8000
  const samples = rate * seconds
  const file = Buffer.alloc(44 + samples)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + samples, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate, 28)
  file.writeUInt16LE(1, 32)
  file.writeUInt16LE(8, 34)
  file.write('data', 36)
  file.writeUInt32LE(samples, 40)
  for (let i = 0; i < samples; i++) file[44 + i] = 128 + Math.round(4 * Math.sin(i / 3))
  return file
}

let test: TestPage
beforeAll(async () => {
  test = await openTestPage({
    '/files/tone.wav': { type: 'audio/wav', body: tone(2) },
    '/files/poster.svg': { type: 'image/svg+xml', body: markedPicture(400, 200, '#486') },
  })
})
afterAll(() => test.close())

const part = (name: string) => `wx-video >> [data-part="${name}"]`
const seconds = () =>
  test.page.evaluate(() => harness.find('wx-video').shadowRoot!.querySelector('video')!.currentTime)

describe('video', () => {
  it('is 300 by 225 with a poster and a button that plays it', async () => {
    await test.mount(['video', { src: 'tone.wav', poster: 'poster.svg', title: 'A title' }])
    expect(await test.rect('wx-video')).toMatchObject({ width: 300, height: 225 })
    expect((await test.waitForEvent('loadedmetadata')).detail).toMatchObject({ duration: 2 })
    await test.page.waitForFunction(() => !document.querySelector('img'))
    await test.screenshot('video-poster')
    await test.page.click(part('center'))
    await test.waitForEvent('play')
    expect((await test.waitForEvent('timeupdate')).detail).toMatchObject({
      currentTime: expect.any(Number),
      duration: 2,
    })
    expect(await test.page.isVisible(part('bar'))).toBe(true)
    await test.screenshot('video-bar')
    await test.page.click(part('play'))
    await test.waitForEvent('pause')
  })

  it('autoplay, initial-time, loop, muted and ended', async () => {
    await test.mount(['video', { src: 'tone.wav', autoplay: true, muted: true, 'initial-time': 1.7 }])
    await test.waitForEvent('play')
    await test.waitForEvent('ended')
    expect(await test.events('pause')).toEqual([])
    expect(await seconds()).toBe(2)
  })

  it('obeys its context', async () => {
    await test.mount(['video', { src: 'tone.wav', muted: true }])
    await test.waitForEvent('loadedmetadata')
    await test.call('wx-video', 'seek', 1)
    expect((await test.waitForEvent('seekcomplete')).detail).toEqual({ position: 1 })
    await test.call('wx-video', 'playbackRate', 2)
    await test.call('wx-video', 'play')
    await test.waitForEvent('play')
    await test.call('wx-video', 'stop')
    await test.waitForEvent('pause')
    expect(await seconds()).toBe(0)
    await expect(test.call('wx-video', 'startCasting')).rejects.toThrow('startCasting:fail not supported')
    await expect(test.call('wx-video', 'remove')).rejects.toThrow('video has no method remove')
  })

  it('a drag on the rail or the picture seeks', async () => {
    await test.mount(['video', { src: 'tone.wav', muted: true, id: 'v' }])
    await test.waitForEvent('loadedmetadata')
    await test.page.click(part('center'))
    await test.page.click(part('play'))
    const rail = (await (await test.page.$(part('progress')))!.boundingBox())!
    await test.page.mouse.move(rail.x + 4, rail.y + 20)
    await test.page.mouse.down()
    await test.page.mouse.move(rail.x + rail.width / 2, rail.y + 20, { steps: 4 })
    await test.page.mouse.up()
    expect(await seconds()).toBeCloseTo(1, 1)
    await test.swipe([20, 100], [280, 100])
    expect(await seconds()).toBeGreaterThan(1.5)
  })

  it('full screen asks the container and covers the frame until it is left', async () => {
    await test.mount(
      ['view', { style: 'height:50px' }],
      [
        'view',
        { style: 'transform:translateX(5px);overflow:hidden' },
        ['video', { src: 'tone.wav', title: 'Full' }],
      ],
    )
    await test.waitForEvent('loadedmetadata')
    await test.call('wx-video', 'requestFullScreen', { direction: 0 })
    expect((await test.waitForEvent('fullscreenchange')).detail).toEqual({
      fullScreen: true,
      direction: 'vertical',
    })
    const player = await test.page.$(part('player'))
    expect(await player!.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
    await test.screenshot('video-full')
    expect(await test.page.evaluate(() => harness.widgets.map(({ name, params }) => [name, params]))).toEqual(
      [['fullscreen', { direction: 0 }]],
    )
    await test.page.evaluate(() => harness.widgets[0]!.onEvent!('exit', {}))
    expect((await test.waitForEvent('fullscreenchange', 2)).detail).toMatchObject({ fullScreen: false })
    expect(await test.page.evaluate(() => harness.widgets[0]!.closed)).toBe(true)
    expect((await player!.boundingBox())!.y).toBe(50)
    await test.call('wx-video', 'requestFullScreen', { direction: 90 })
    expect(await player!.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
    expect(await player!.evaluate((element) => [element.clientWidth, element.clientHeight])).toEqual([
      844, 390,
    ])
    await test.call('wx-video', 'exitFullScreen')
  })

  it('shows danmu at their time and when sent', async () => {
    await test.mount([
      'video',
      {
        src: 'tone.wav',
        muted: true,
        'enable-danmu': true,
        'danmu-btn': true,
        'danmu-list': [{ text: 'first', color: '#ff0000', time: 0.1 }, { text: 'never', time: 99 }, null],
      },
    ])
    await test.call('wx-video', 'play')
    await test.waitForEvent('timeupdate', 2)
    await test.call('wx-video', 'sendDanmu', { text: 'sent <b>', color: 'blue' })
    const comments = () => test.page.locator(`${part('danmu')} >> span`).allTextContents()
    expect(await comments()).toEqual(['first', 'sent <b>'])
    await test.screenshot('video-danmu')
    await test.page.mouse.click(150, 60)
    expect((await test.waitForEvent('controlstoggle')).detail).toEqual({ show: true })
    await test.page.click(part('danmu-button'))
    expect(await comments()).toEqual([])
  })

  it('pauses when the page is left and tells errors', async () => {
    await test.mount(['video', { src: 'tone.wav', muted: true, autoplay: true }])
    await test.waitForEvent('play')
    await test.page.evaluate(() => harness.setPageVisible(false))
    await test.waitForEvent('pause')
    await test.page.evaluate(() => harness.setPageVisible(true))
    await test.set('wx-video', { src: 'none.mp4' })
    expect((await test.waitForEvent('error')).detail).toMatchObject({
      errMsg: expect.stringMatching(/^MEDIA_ERR_/),
    })
  })

  it('offers the button of the bar where there is none in the middle', async () => {
    await test.mount(['video', { src: 'tone.wav', 'show-center-play-btn': false }])
    await test.page.click(part('play'))
    await test.waitForEvent('play')
  })

  it('shows no controls when told so, and children above the picture', async () => {
    await test.mount(['video', { src: 'tone.wav', controls: false }, ['view', { id: 'over' }, 'over']])
    await test.waitForEvent('loadedmetadata')
    expect(await test.page.isVisible(part('center'))).toBe(false)
    expect(await test.page.isVisible('#over')).toBe(true)
  })
})

describe('audio', () => {
  it('shows name and author, plays and pauses', async () => {
    await test.mount([
      'audio',
      { src: 'tone.wav', controls: true, name: '此时此刻', author: '许巍', poster: 'poster.svg' },
    ])
    await test.screenshot('audio')
    expect(await test.rect('wx-audio')).toMatchObject({ width: 300, height: 65 })
    await test.page.click('wx-audio >> button')
    await test.waitForEvent('play')
    await test.waitForEvent('timeupdate')
    await test.call('wx-audio', 'pause')
    await test.waitForEvent('pause')
    await test.call('wx-audio', 'setSrc', 'none.mp3')
    expect((await test.waitForEvent('error')).detail).toMatchObject({
      errMsg: expect.stringMatching(/^MEDIA_ERR_/),
    })
  })

  it('is not seen without controls', async () => {
    await test.mount(['audio', { src: 'tone.wav' }])
    expect((await test.rect('wx-audio')).height).toBe(0)
  })
})
