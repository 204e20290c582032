import type { ApiContext } from '../api-context'
import { failureOf } from '../api-context'
import { sharedSource } from '../media/source-path'

/** What the container last told of a player, in seconds. */
export interface AudioState {
  currentTime: number
  duration: number
  buffered: number
  paused: boolean
}

export interface AudioPlayer {
  readonly state: Readonly<AudioState>
  set(settings: Record<string, unknown>): void
  operate(action: 'play' | 'pause' | 'stop'): void
  seek(position: number): void
  close(): void
}

/** The worker's end of one of the container's players. Commands arrive in the order in which they were given. */
export function createAudioPlayer(
  context: ApiContext,
  id: number,
  onEvent: (name: string, error: { errCode: number; errMsg: string } | undefined) => void,
): AudioPlayer {
  const state: AudioState = { currentTime: 0, duration: 0, buffered: 0, paused: true }
  let queue: Promise<unknown> = Promise.resolve()

  function command(
    api: string,
    params: () => Promise<Record<string, unknown>> | Record<string, unknown>,
  ): void {
    queue = queue
      .then(async () => context.call(api, { id, ...(await params()) }))
      .catch((error: unknown) => {
        onEvent('error', { errCode: -1, errMsg: String(failureOf(api, error).errMsg) })
      })
  }

  const stopListening = context.on(`audio.${id}`, (payload) => {
    const event = payload as { name: string; state: AudioState; error?: { errCode: number; errMsg: string } }
    Object.assign(state, event.state)
    onEvent(event.name, event.error)
  })

  return {
    state,
    set(settings) {
      if (settings.src !== undefined)
        Object.assign(state, { currentTime: 0, duration: 0, buffered: 0, paused: true })
      command('setAudio', async () => ({
        settings:
          typeof settings.src === 'string' && settings.src !== ''
            ? { ...settings, src: await sharedSource(context, settings.src) }
            : settings,
      }))
    },
    operate(action) {
      state.paused = action !== 'play'
      if (action === 'stop') state.currentTime = 0
      command('operateAudio', () => ({ action }))
    },
    seek(position) {
      state.currentTime = position
      command('seekAudio', () => ({ position }))
    },
    close() {
      stopListening()
      command('closeAudio', () => ({}))
    },
  }
}
