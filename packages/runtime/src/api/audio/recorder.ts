import { type ApiContext, type ApiTable, asyncApi, failureOf } from '../api-context'
import { readParameters } from '../host-apis'
import { privacyApi, privacyOf } from '../open-ability/privacy'
import { createEventMethods } from '../event-methods'

const EVENTS = [
  'Start',
  'Pause',
  'Resume',
  'Stop',
  'FrameRecorded',
  'Error',
  'InterruptionBegin',
  'InterruptionEnd',
] as const
const DEFAULT_DURATION_MS = 60_000
const MAX_DURATION_MS = 600_000

interface RecordedFile {
  tempFilePath: string
  duration: number
  fileSize: number
}

/** The microphone: `wx.getRecorderManager()`, and the older `wx.startRecord` and `wx.stopRecord`. */
export function createRecorderApis(context: ApiContext): ApiTable {
  let manager: object | undefined
  return {
    getRecorderManager: () => (manager ??= createRecorderManager(context)),
    startRecord: privacyApi(context, 'startRecord', async () => {
      const stopped = nextRecording(context)
      await context.call('startRecorder', { duration: DEFAULT_DURATION_MS })
      const { tempFilePath } = await stopped
      return { tempFilePath }
    }),
    stopRecord: asyncApi(context, 'stopRecord', () => context.call('operateRecorder', { action: 'stop' })),
    getAvailableAudioSources: asyncApi(context, 'getAvailableAudioSources', () => ({
      audioSources: ['auto', 'mic'],
    })),
  }
}

function createRecorderManager(context: ApiContext): object {
  const events = createEventMethods(context, 'RecorderManager', EVENTS)
  context.on('recorder', (payload) => {
    const { name, detail } = payload as { name: string; detail: object }
    events.fire(name.charAt(0).toUpperCase() + name.slice(1), detail)
  })
  const report = (error: unknown) => events.fire('Error', failureOf('operateRecorder', error))
  const operate = (action: string) => () => void context.call('operateRecorder', { action }).catch(report)

  return {
    ...events.methods,
    pause: operate('pause'),
    resume: operate('resume'),
    stop: operate('stop'),
    start(options: Record<string, unknown> = {}) {
      const { duration, ...rest } = readParameters(options, {
        duration: 'Number?',
        sampleRate: 'Number?',
        numberOfChannels: 'Number?',
        encodeBitRate: 'Number?',
        format: 'String?',
      })
      const wanted = Math.min(MAX_DURATION_MS, Number(duration) || DEFAULT_DURATION_MS)
      privacyOf(context)
        .require('startRecord')
        .then(() => context.call('startRecorder', { duration: wanted, ...rest }))
        .catch(report)
    },
  }
}

function nextRecording(context: ApiContext): Promise<RecordedFile> {
  return new Promise((resolve) => {
    const stop = context.on('recorder', (payload) => {
      const { name, detail } = payload as { name: string; detail: RecordedFile }
      if (name !== 'stop') return
      stop()
      resolve(detail)
    })
  })
}
