import { type CapabilityHost, CapabilityError } from '../capability'
import { addTemporaryFile } from '../file-system/temporary-file'

export interface RecorderOptions {
  /** ms, 1 to 600,000 */
  durationMs: number
  sampleRate?: number | undefined
  channelCount?: number | undefined
  bitRate?: number | undefined
  format?: string | undefined
}

/** `stop` brings the file. */
export type RecorderEvent =
  | { name: 'start' | 'resume' | 'pause' }
  | { name: 'stop'; tempFilePath: string; duration: number; fileSize: number }
  | { name: 'error'; errMsg: string }

export interface Recorder {
  start(options: RecorderOptions): Promise<void>
  pause(): void
  resume(): void
  stop(): void
  dispose(): void
}

/** Media types by the documented formats; a browser records what it can, and the file is called what it is. */
const MEDIA_TYPES: Readonly<Record<string, readonly string[]>> = {
  aac: ['audio/mp4;codecs=mp4a.40.2', 'audio/mp4', 'audio/webm'],
  mp3: ['audio/mpeg', 'audio/mp4', 'audio/webm'],
}
const ANY_TYPE = ['audio/webm', 'audio/mp4', 'audio/ogg']

/** The device's microphone, one recording at a time. */
export function createRecorder(host: CapabilityHost, tell: (event: RecorderEvent) => void): Recorder {
  let active: { recorder: MediaRecorder; end(): void } | undefined

  function begin(stream: MediaStream, options: RecorderOptions): void {
    const wanted = [...(MEDIA_TYPES[options.format ?? 'aac'] ?? []), ...ANY_TYPE]
    const mimeType = wanted.find((type) => MediaRecorder.isTypeSupported(type))
    const recorder = new MediaRecorder(stream, {
      ...(mimeType ? { mimeType } : {}),
      ...(options.bitRate ? { audioBitsPerSecond: options.bitRate } : {}),
    })
    const parts: Blob[] = []
    let recordedMs = 0
    let runningSinceMs = 0
    const timer = setTimeout(() => recorder.state !== 'inactive' && recorder.stop(), options.durationMs)
    const end = () => {
      clearTimeout(timer)
      for (const track of stream.getTracks()) track.stop()
      active = undefined
    }
    const countTime = () => {
      if (runningSinceMs > 0) recordedMs += performance.now() - runningSinceMs
      runningSinceMs = 0
    }
    recorder.ondataavailable = ({ data }) => void parts.push(data)
    recorder.onstart = () => {
      runningSinceMs = performance.now()
      tell({ name: 'start' })
    }
    recorder.onresume = () => {
      runningSinceMs = performance.now()
      tell({ name: 'resume' })
    }
    recorder.onpause = () => {
      countTime()
      tell({ name: 'pause' })
    }
    recorder.onerror = () => tell({ name: 'error', errMsg: 'operateRecorder:fail record error' })
    recorder.onstop = () => {
      countTime()
      end()
      const file = new Blob(parts, { type: recorder.mimeType.split(';')[0] ?? '' })
      void addTemporaryFile(host, file, extensionOf(file.type)).then((tempFilePath) =>
        tell({ name: 'stop', tempFilePath, duration: Math.round(recordedMs), fileSize: file.size }),
      )
    }
    active = { recorder, end }
    recorder.start()
  }

  return {
    async start(options) {
      await host.authorize('scope.record')
      if (active) throw new CapabilityError('is recording or paused')
      if (!navigator.mediaDevices || typeof MediaRecorder === 'undefined')
        throw new CapabilityError('not supported')
      const audio = { sampleRate: options.sampleRate, channelCount: options.channelCount }
      const stream = await navigator.mediaDevices.getUserMedia({ audio }).catch(() => {
        throw new CapabilityError('system permission denied', { errno: 3 })
      })
      begin(stream, options)
    },
    pause() {
      if (active?.recorder.state !== 'recording') throw new CapabilityError('recorder not start')
      active.recorder.pause()
    },
    resume() {
      if (active?.recorder.state !== 'paused') throw new CapabilityError('recorder not pause')
      active.recorder.resume()
    },
    stop() {
      if (!active) throw new CapabilityError('recorder not start')
      active.recorder.stop()
    },
    dispose() {
      active?.end()
    },
  }
}

/** A recording without a picture is called after sound. */
function extensionOf(type: string): string {
  if (type === 'audio/mp4') return '.m4a'
  if (type === 'audio/mpeg') return '.mp3'
  return type === 'audio/ogg' ? '.ogg' : '.webm'
}
