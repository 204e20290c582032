import { type ApiContext, ApiError, type ApiTable, asyncApi } from '../api-context'
import { requireString } from '../parameters'
import { createAudioPlayer } from './audio-player'
import { createInnerAudioContext } from './inner-audio'

/** Sounds that the program plays while it is in front. */
export function createAudioApis(context: ApiContext): ApiTable {
  let stopVoice: (() => void) | undefined
  let pauseVoice: (() => void) | undefined

  /** Resolves when the file has been played to its end, or was stopped. */
  function playVoice(filePath: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const player = createAudioPlayer(context, context.nextId(), (name, error) => {
        if (name !== 'ended' && name !== 'stop' && name !== 'error') return
        player.close()
        if (error) reject(new ApiError({ message: error.errMsg, extra: { errCode: error.errCode } }))
        else resolve()
      })
      stopVoice = () => player.operate('stop')
      pauseVoice = () => player.operate('pause')
      player.set({ src: filePath })
      player.operate('play')
    })
  }

  return {
    createInnerAudioContext: () => createInnerAudioContext(context),
    setInnerAudioOption: asyncApi(context, 'setInnerAudioOption', () => undefined),
    playVoice: asyncApi(context, 'playVoice', (options) => playVoice(requireString(options, 'filePath'))),
    pauseVoice: asyncApi(context, 'pauseVoice', () => pauseVoice?.()),
    stopVoice: asyncApi(context, 'stopVoice', () => stopVoice?.()),
  }
}
