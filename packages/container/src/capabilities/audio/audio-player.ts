import { type CapabilityHost, CapabilityError } from '../capability'
import { fileKeyOf } from '../file-system/program-file'
import { readSource } from '../file-system/read-source'
import { isForeignAddress } from '../web-address'

/** What a program may set on a player. */
export interface AudioSettings {
  src?: string | undefined
  startTime?: number | undefined
  autoplay?: boolean | undefined
  loop?: boolean | undefined
  volume?: number | undefined
  playbackRate?: number | undefined
}

export type AudioEventName =
  'canplay' | 'play' | 'pause' | 'stop' | 'ended' | 'timeUpdate' | 'error' | 'waiting' | 'seeking' | 'seeked'

/** Seconds, as programs read them. */
export interface AudioState {
  currentTime: number
  duration: number
  buffered: number
  paused: boolean
}

export interface AudioEvent {
  name: AudioEventName
  state: AudioState
  error?: { errCode: number; errMsg: string }
}

export interface AudioPlayer {
  readonly element: HTMLAudioElement
  set(settings: AudioSettings): void
  play(): void
  pause(): void
  stop(): void
  seek(seconds: number): void
  close(): void
}

const TIME_UPDATE_INTERVAL_MS = 250
const NOTHING_PLAYS = new CapabilityError('no audio')

/** One `<audio>` that is not in the page. */
export function createAudioPlayer(host: CapabilityHost, tell: (event: AudioEvent) => void): AudioPlayer {
  const element = new Audio()
  const stopListening = new AbortController()
  let blobUrl: string | undefined
  let startTime = 0
  let wantsPlay = false
  let stopping = false
  let loads = 0
  let lastTimeUpdateMs = 0
  element.preload = 'auto'

  const state = (): AudioState => ({
    currentTime: element.currentTime,
    duration: Number.isFinite(element.duration) ? element.duration : 0,
    buffered: element.buffered.length > 0 ? element.buffered.end(element.buffered.length - 1) : 0,
    paused: element.paused,
  })
  const fire = (name: AudioEventName, error?: AudioEvent['error']) =>
    tell({ name, state: state(), ...(error ? { error } : {}) })
  const on = (name: string, listener: () => void) =>
    element.addEventListener(name, listener, { signal: stopListening.signal })

  on('loadedmetadata', () => {
    if (startTime > 0) element.currentTime = startTime
  })
  on('canplay', () => fire('canplay'))
  on('play', () => fire('play'))
  on('pause', () => {
    if (!stopping && !element.ended) fire('pause')
  })
  on('ended', () => fire('ended'))
  on('waiting', () => fire('waiting'))
  on('seeking', () => {
    if (!stopping) fire('seeking')
  })
  on('seeked', () => {
    if (stopping) stopping = false
    else fire('seeked')
  })
  on('timeupdate', () => {
    const nowMs = performance.now()
    if (element.paused || nowMs - lastTimeUpdateMs < TIME_UPDATE_INTERVAL_MS) return
    lastTimeUpdateMs = nowMs
    fire('timeUpdate')
  })
  on('error', () => fire('error', describeMediaError(element.error)))

  async function load(src: string): Promise<void> {
    const turn = ++loads
    forgetBlob()
    if (src === '') {
      element.removeAttribute('src')
      element.load()
      return
    }
    try {
      const isWeb = fileKeyOf(src) === undefined && isForeignAddress(host, src)
      const url = isWeb ? src : URL.createObjectURL(await readSource(host, src))
      if (turn !== loads) {
        if (!isWeb) URL.revokeObjectURL(url)
        return
      }
      if (!isWeb) blobUrl = url
      element.src = url
      if (wantsPlay) start()
    } catch (error) {
      fire('error', { errCode: 10003, errMsg: error instanceof Error ? error.message : String(error) })
    }
  }

  function start(): void {
    element.play().catch((error: DOMException) => {
      // A newer load or a pause ended this attempt: that is no failure.
      if (error.name === 'AbortError') return
      const isBlocked = error.name === 'NotAllowedError'
      fire('error', {
        errCode: isBlocked ? 10001 : 10004,
        errMsg: isBlocked ? 'the browser plays sound only after a tap' : error.message,
      })
    })
  }

  function forgetBlob(): void {
    if (blobUrl) URL.revokeObjectURL(blobUrl)
    blobUrl = undefined
  }

  return {
    element,
    set({ src, loop, volume, playbackRate, autoplay, startTime: start }) {
      if (start !== undefined) startTime = Math.max(0, start)
      if (loop !== undefined) element.loop = loop
      if (volume !== undefined) element.volume = Math.max(0, Math.min(1, volume))
      if (playbackRate !== undefined) element.playbackRate = Math.max(0.5, Math.min(2, playbackRate))
      if (autoplay !== undefined) wantsPlay = autoplay
      if (src !== undefined) void load(src)
    },
    play() {
      wantsPlay = true
      if (element.src !== '') start()
    },
    pause() {
      wantsPlay = false
      element.pause()
    },
    stop() {
      wantsPlay = false
      if (element.src === '') return
      stopping = element.currentTime !== 0
      element.pause()
      element.currentTime = 0
      fire('stop')
    },
    seek(seconds) {
      element.currentTime = Math.max(0, seconds)
    },
    close() {
      loads++
      stopListening.abort()
      element.pause()
      element.removeAttribute('src')
      element.load()
      forgetBlob()
    },
  }
}

function describeMediaError(error: MediaError | null): { errCode: number; errMsg: string } {
  switch (error?.code) {
    case MediaError.MEDIA_ERR_NETWORK:
      return { errCode: 10002, errMsg: 'network error' }
    case MediaError.MEDIA_ERR_DECODE:
      return { errCode: 10004, errMsg: 'format error' }
    case MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED:
      return { errCode: 10003, errMsg: 'file error' }
    default:
      return { errCode: -1, errMsg: error?.message ?? 'unknown error' }
  }
}

export function requirePlayer(players: ReadonlyMap<number, AudioPlayer>, id: number): AudioPlayer {
  const player = players.get(id)
  if (!player) throw NOTHING_PLAYS
  return player
}
