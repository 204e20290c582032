import { describe, expect, it } from 'vitest'
import { createAudioApis } from '../../src/api/audio/audio'
import { createBackgroundAudioApis } from '../../src/api/audio/background-audio'
import { createRecorderApis } from '../../src/api/audio/recorder'
import { callApi, createFakeContext } from './fake-context'

const answers = Object.fromEntries(
  ['setAudio', 'operateAudio', 'seekAudio', 'closeAudio', 'startRecorder', 'operateRecorder'].map((name) => [
    name,
    () => undefined,
  ]),
)
const state = (changes: object) => ({ currentTime: 0, duration: 0, buffered: 0, paused: true, ...changes })

function start() {
  const context = createFakeContext({ answers, manifest: { files: { 'sounds/a.mp3': 1 } } })
  return { context, apis: createAudioApis(context) as Record<string, any> }
}

describe('InnerAudioContext', () => {
  it('sends what is set and done, in order, and knows what the container tells', async () => {
    const { context, apis } = start()
    const audio = apis.createInnerAudioContext()
    const heard: string[] = []
    audio.onPlay(() => heard.push('play'))
    audio.onError((error: { errCode: number }) => heard.push(`error ${error.errCode}`))
    audio.src = 'sounds/a.mp3'
    audio.loop = 1
    audio.play()
    audio.seek(3)
    await expect.poll(() => context.calls.length).toBe(4)
    expect(context.calls).toEqual([
      { api: 'setAudio', params: { id: 1, settings: { src: '/sounds/a.mp3' } } },
      { api: 'setAudio', params: { id: 1, settings: { loop: true } } },
      { api: 'operateAudio', params: { id: 1, action: 'play' } },
      { api: 'seekAudio', params: { id: 1, position: 3 } },
    ])
    context.emit('audio.1', { name: 'play', state: state({ paused: false, duration: 9, currentTime: 3.5 }) })
    expect([audio.paused, audio.duration, audio.currentTime, audio.loop, audio.volume]).toEqual([
      false,
      9,
      3.5,
      true,
      1,
    ])
    context.emit('audio.1', {
      name: 'error',
      state: state({}),
      error: { errCode: 10003, errMsg: 'file error' },
    })
    expect(heard).toEqual(['play', 'error 10003'])
    audio.destroy()
    context.emit('audio.1', { name: 'play', state: state({}) })
    expect(heard).toHaveLength(2)
  })

  it('pauses when the program goes into the background', async () => {
    const { context, apis } = start()
    const audio = apis.createInnerAudioContext()
    audio.play()
    context.emit('appHide', {})
    await expect
      .poll(() => context.calls.at(-1))
      .toEqual({ api: 'operateAudio', params: { id: 1, action: 'pause' } })
  })
})

describe('background audio', () => {
  it('plays when it gets a source, and is one player for old and new APIs', async () => {
    const context = createFakeContext({ answers })
    const apis = createBackgroundAudioApis(context) as Record<string, any>
    expect(await callApi(apis.getBackgroundAudioPlayerState)).toMatchObject({ status: 2 })
    const heard: string[] = []
    apis.onBackgroundAudioPlay(() => heard.push('old'))
    const manager = apis.getBackgroundAudioManager()
    manager.onNext(() => heard.push('next'))
    await callApi(apis.playBackgroundAudio, { dataUrl: 'https://a.test/a.mp3', title: 'Song' })
    expect(manager.title).toBe('Song')
    context.emit('audio.0', {
      name: 'play',
      state: state({ paused: false, duration: 10, currentTime: 5, buffered: 5 }),
    })
    context.emit('backgroundAudioButton', { name: 'next' })
    expect(heard).toEqual(['old', 'next'])
    expect(await callApi(apis.getBackgroundAudioPlayerState)).toMatchObject({
      status: 1,
      currentPosition: 5,
      downloadPercent: 50,
      dataUrl: 'https://a.test/a.mp3',
    })
  })
})

describe('recorder', () => {
  it('tells of a recording through the manager, and answers the old API with the file', async () => {
    const context = createFakeContext({ answers })
    const apis = createRecorderApis(context) as Record<string, any>
    const heard: unknown[] = []
    apis.getRecorderManager().onStop((result: unknown) => heard.push(result))
    apis.getRecorderManager().start({ duration: 5000, format: 'aac', sampleRate: 16000 })
    await expect.poll(() => context.calls.length).toBe(1)
    expect(context.calls[0]!.params).toEqual({ duration: 5000, format: 'aac', sampleRate: 16000 })
    const old = callApi(apis.startRecord)
    await expect.poll(() => context.calls.length).toBe(2)
    context.emit('recorder', {
      name: 'stop',
      detail: { tempFilePath: 'wxfile://tmp/a.m4a', duration: 5000, fileSize: 9 },
    })
    expect(await old).toEqual({ tempFilePath: 'wxfile://tmp/a.m4a', errMsg: 'startRecord:ok' })
    expect(heard).toHaveLength(1)
  })

  it('reports refusals to onError', async () => {
    const context = createFakeContext({})
    const manager = (createRecorderApis(context) as Record<string, any>).getRecorderManager()
    const heard: any[] = []
    manager.onError((error: unknown) => heard.push(error))
    manager.stop()
    await expect.poll(() => heard.length).toBe(1)
    expect(heard[0].errMsg).toContain('operateRecorder:fail')
  })
})
