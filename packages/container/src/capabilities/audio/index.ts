import * as v from 'valibot'
import { integer, finiteNumber } from '../number-schemas'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { resolveProgramUrl } from '../program-url'
import { type AudioPlayer, createAudioPlayer, requirePlayer } from './audio-player'
import { listenToMediaSession, showMediaSession } from './background-session'
import { createRecorder } from './recorder'

const MAX_PLAYERS = 32
const idSchema = v.pipe(integer, v.minValue(0))
const actionSchema = v.picklist(['play', 'pause', 'stop'])
const settingsSchema = v.object({
  src: v.optional(v.string()),
  startTime: v.optional(finiteNumber),
  autoplay: v.optional(v.boolean()),
  loop: v.optional(v.boolean()),
  volume: v.optional(finiteNumber),
  playbackRate: v.optional(finiteNumber),
})
const metadataSchema = v.object({
  title: v.string(),
  singer: v.string(),
  epname: v.string(),
  coverImgUrl: v.string(),
})

/** The background player's number; the program's own begin at 1. */
const BACKGROUND_ID = 0

/** Sound: players by the program's numbers, the background player, and the microphone. */
function createAudio(host: CapabilityHost): Capability {
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
      setAudio: method(v.object({ id: idSchema, settings: settingsSchema }), ({ id, settings }) => {
        open(id).set(settings)
      }),
      operateAudio: method(v.object({ id: idSchema, action: actionSchema }), ({ id, action }) => {
        requirePlayer(players, id)[action]()
      }),
      seekAudio: method(v.object({ id: idSchema, position: finiteNumber }), ({ id, position }) =>
        requirePlayer(players, id).seek(position),
      ),
      closeAudio: method(v.object({ id: idSchema }), ({ id }) => {
        players.get(id)?.close()
        players.delete(id)
      }),
      setBackgroundAudioInfo: method(metadataSchema, ({ title, singer, epname, coverImgUrl }) =>
        showMediaSession({ title, singer, epname, coverUrl: resolveProgramUrl(host, coverImgUrl) }),
      ),
      startRecorder: method(
        v.object({
          duration: v.pipe(finiteNumber, v.minValue(1), v.maxValue(600_000)),
          sampleRate: v.optional(finiteNumber),
          numberOfChannels: v.optional(finiteNumber),
          encodeBitRate: v.optional(finiteNumber),
          format: v.optional(v.string()),
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
      operateRecorder: method(v.object({ action: v.picklist(['pause', 'resume', 'stop']) }), ({ action }) =>
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

export { createAudio as create }
