import { type ApiContext, ApiError, type ApiTable, asyncApi } from '../api-context'
import { requireNumber, requireString } from '../parameters'
import { createEventMethods } from '../event-methods'
import { createAudioPlayer } from './audio-player'
import { defineSettings, defineState } from './inner-audio'

const EVENTS = [
  'Canplay',
  'Play',
  'Pause',
  'Stop',
  'Ended',
  'TimeUpdate',
  'Error',
  'Waiting',
  'Seeking',
  'Seeked',
  'Next',
  'Prev',
] as const

const BACKGROUND_ID = 0

/** `wx.getBackgroundAudioManager()`, and the older functions for the same player. */
export function createBackgroundAudioApis(context: ApiContext): ApiTable {
  let manager: Record<string, unknown> | undefined
  const getManager = () => (manager ??= createManager(context))
  const control = (name: string, method: 'pause' | 'stop') =>
    asyncApi(context, name, () => (getManager()[method] as () => void)())
  const listen = (name: string) => (listener: unknown) =>
    (getManager()[name] as (listener: unknown) => void)(listener)

  return {
    getBackgroundAudioManager: getManager,
    playBackgroundAudio: asyncApi(context, 'playBackgroundAudio', (options) => {
      const src = requireString(options, 'dataUrl')
      Object.assign(getManager(), { title: options.title ?? '', coverImgUrl: options.coverImgUrl ?? '', src })
    }),
    pauseBackgroundAudio: control('pauseBackgroundAudio', 'pause'),
    stopBackgroundAudio: control('stopBackgroundAudio', 'stop'),
    seekBackgroundAudio: asyncApi(context, 'seekBackgroundAudio', (options) => {
      ;(getManager().seek as (position: number) => void)(requireNumber(options, 'position'))
    }),
    getBackgroundAudioPlayerState: asyncApi(context, 'getBackgroundAudioPlayerState', () =>
      playerState(getManager()),
    ),
    onBackgroundAudioPlay: listen('onPlay'),
    onBackgroundAudioPause: listen('onPause'),
    onBackgroundAudioStop: listen('onStop'),
  }
}

function createManager(context: ApiContext): Record<string, unknown> {
  const info = { title: '', singer: '', epname: '', coverImgUrl: '' }
  const events = createEventMethods(context, 'BackgroundAudioManager', EVENTS)
  const player = createAudioPlayer(context, BACKGROUND_ID, (name, error) => {
    events.fire(name.charAt(0).toUpperCase() + name.slice(1), error)
  })
  context.on('backgroundAudioButton', (payload) => {
    events.fire((payload as { name: string }).name === 'next' ? 'Next' : 'Prev')
  })

  const manager: Record<string, unknown> = {
    ...events.methods,
    webUrl: '',
    protocol: 'http',
    audioType: 'audio',
    referrerPath: '',
    referrerPolicy: 'no-referrer',
    play: () => player.operate('play'),
    pause: () => player.operate('pause'),
    stop: () => player.operate('stop'),
    seek: (position: unknown) => player.seek(Number(position) || 0),
  }
  defineSettings(manager, player, { startTime: 0, playbackRate: 1 })
  defineState(manager, player)
  for (const name of Object.keys(info) as (keyof typeof info)[]) {
    Object.defineProperty(manager, name, {
      get: () => info[name],
      set(value: unknown) {
        info[name] = String(value ?? '')
        context.notify('setBackgroundAudioInfo', { ...info })
      },
      enumerable: true,
    })
  }
  let src = ''
  Object.defineProperty(manager, 'src', {
    get: () => src,
    // A new source plays by itself.
    set(value: unknown) {
      src = String(value ?? '')
      player.set({ src })
      if (src !== '') player.operate('play')
    },
    enumerable: true,
  })
  return manager
}

/** `status`: 2 nothing, 1 plays, 0 paused. */
function playerState(manager: Record<string, unknown>): object {
  if (manager.src === '') throw new ApiError({ message: 'no audio', extra: { status: 2 } })
  const { duration, currentTime, paused, buffered, src } = manager as Record<string, number> & {
    src: unknown
  }
  return {
    status: paused ? 0 : 1,
    dataUrl: src,
    currentPosition: currentTime,
    duration,
    downloadPercent: duration ? Math.round(((buffered ?? 0) / duration) * 100) : 0,
  }
}
