import type { ApiContext } from '../api-context'
import { createEventMethods } from '../event-methods'
import { type AudioPlayer, createAudioPlayer } from './audio-player'

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
] as const

/** Properties that the program sets, with what they are before. */
const SETTINGS: Readonly<Record<string, string | number | boolean>> = {
  src: '',
  startTime: 0,
  autoplay: false,
  loop: false,
  volume: 1,
  playbackRate: 1,
}

/** `wx.createInnerAudioContext()`: the container plays, this object knows what it was told. */
export function createInnerAudioContext(context: ApiContext): object {
  const events = createEventMethods(context, 'InnerAudioContext', EVENTS)
  const player = createAudioPlayer(context, context.nextId(), (name, error) => {
    events.fire(name.charAt(0).toUpperCase() + name.slice(1), error)
  })
  // Sound of this kind is heard only while the program is in front.
  const stopListening = context.on('appHide', () => {
    if (!player.state.paused) player.operate('pause')
  })
  const audio: Record<string, unknown> = {
    ...events.methods,
    obeyMuteSwitch: true,
    referrerPolicy: 'no-referrer',
    play: () => player.operate('play'),
    pause: () => player.operate('pause'),
    stop: () => player.operate('stop'),
    seek: (position: unknown) => player.seek(Number(position) || 0),
    destroy() {
      stopListening()
      events.clear()
      player.close()
    },
  }
  defineSettings(audio, player, SETTINGS)
  defineState(audio, player)
  return audio
}

/** Assigning to a property tells the player. */
export function defineSettings(
  audio: object,
  player: AudioPlayer,
  settings: Readonly<Record<string, string | number | boolean>>,
): void {
  const values: Record<string, unknown> = { ...settings }
  for (const [name, initial] of Object.entries(settings)) {
    Object.defineProperty(audio, name, {
      get: () => values[name],
      set(value: unknown) {
        values[name] = convert(value, initial)
        player.set({ [name]: values[name] })
      },
      enumerable: true,
      configurable: true,
    })
  }
}

/** `currentTime` can be assigned: that is a seek. */
export function defineState(audio: object, player: AudioPlayer): void {
  for (const name of ['duration', 'buffered', 'paused'] as const) {
    Object.defineProperty(audio, name, {
      get: () => player.state[name],
      enumerable: true,
      configurable: true,
    })
  }
  Object.defineProperty(audio, 'currentTime', {
    get: () => player.state.currentTime,
    set: (position: unknown) => player.seek(Number(position) || 0),
    enumerable: true,
    configurable: true,
  })
}

function convert(value: unknown, like: string | number | boolean): unknown {
  if (typeof like === 'string') return value === undefined || value === null ? '' : String(value)
  return typeof like === 'number' ? Number(value) || 0 : Boolean(value)
}
