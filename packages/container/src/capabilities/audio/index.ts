import * as z from 'zod/mini'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { resolveProgramUrl } from '../program-url'
import { type AudioPlayer, createAudioPlayer, requirePlayer } from './audio-player'
import { listenToMediaSession, showMediaSession } from './background-session'
import { createRecorder } from './recorder'

const MAX_PLAYERS = 32
const idSchema = z.int().check(z.minimum(0))
const actionSchema = z.enum(['play', 'pause', 'stop'])
const settingsSchema = z.object({
  src: z.optional(z.string()),
  startTime: z.optional(z.number()),
  autoplay: z.optional(z.boolean()),
  loop: z.optional(z.boolean()),
  volume: z.optional(z.number()),
  playbackRate: z.optional(z.number()),
})
const metadataSchema = z.object({
  title: z.string(),
  singer: z.string(),
  epname: z.string(),
  coverImgUrl: z.string(),
})

/** The background player's number; the program's own begin at 1. */
const BACKGROUND_ID = 0

/** Sound: players by the program's numbers, the background player, and the microphone. */
export function createAudio(host: CapabilityHost): Capability {
  const players = new Map<number, AudioPlayer>()
  const recorder = createRecorder(host, ({ name, ...detail }) => host.emit('recorder', { name, detail }))
  let stopSession: (() => void) | undefined

  function open(id: number): AudioPlayer {
    const known = players.get(id)
    if (known) return known
    if (players.size >= MAX_PLAYERS) throw new CapabilityError('too many audio contexts')
    const player = createAudioPlayer(host, (event) => host.emit(`audio.${id}`, event))
    players.set(id, player)
    if (id === BACKGROUND_ID) stopSession = listenToMediaSession(sessionActions(player))
    return player
  }

  function sessionActions(player: AudioPlayer) {
    const press = (name: string) => () => host.emit('backgroundAudioButton', { name })
    return {
      play: () => player.play(),
      pause: () => player.pause(),
      stop: () => player.stop(),
      next: press('next'),
      previous: press('prev'),
    }
  }

  return {
    methods: {
      setAudio: method(z.object({ id: idSchema, settings: settingsSchema }), ({ id, settings }) => {
        open(id).set(settings)
      }),
      operateAudio: method(z.object({ id: idSchema, action: actionSchema }), ({ id, action }) => {
        requirePlayer(players, id)[action]()
      }),
      seekAudio: method(z.object({ id: idSchema, position: z.number() }), ({ id, position }) =>
        requirePlayer(players, id).seek(position),
      ),
      closeAudio: method(z.object({ id: idSchema }), ({ id }) => {
        players.get(id)?.close()
        players.delete(id)
      }),
      setBackgroundAudioInfo: method(metadataSchema, ({ title, singer, epname, coverImgUrl }) =>
        showMediaSession({ title, singer, epname, coverUrl: resolveProgramUrl(host, coverImgUrl) }),
      ),
      startRecorder: method(
        z.object({
          duration: z.number().check(z.minimum(1), z.maximum(600_000)),
          sampleRate: z.optional(z.number()),
          numberOfChannels: z.optional(z.number()),
          encodeBitRate: z.optional(z.number()),
          format: z.optional(z.string()),
        }),
        ({ duration, sampleRate, numberOfChannels, encodeBitRate, format }) =>
          recorder.start({
            durationMs: duration,
            sampleRate,
            channelCount: numberOfChannels,
            bitRate: encodeBitRate,
            format,
          }),
      ),
      operateRecorder: method(z.object({ action: z.enum(['pause', 'resume', 'stop']) }), ({ action }) =>
        recorder[action](),
      ),
    },
    dispose() {
      for (const player of players.values()) player.close()
      players.clear()
      stopSession?.()
      recorder.dispose()
    },
  }
}
