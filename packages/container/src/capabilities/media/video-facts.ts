import { encodeCanvas } from './recode-image'

export interface VideoFacts {
  durationSeconds: number
  width: number
  height: number
  /** A picture from its beginning; undefined if the browser cannot decode the video. */
  thumbnail?: Blob
}

const UNKNOWN: VideoFacts = { durationSeconds: 0, width: 0, height: 0 }
const PATIENCE_MS = 10_000

/** What the browser can tell of a video. All zero if it cannot play it. */
export async function readVideoFacts(video: Blob): Promise<VideoFacts> {
  const url = URL.createObjectURL(video)
  const element = document.createElement('video')
  element.muted = true
  element.preload = 'auto'
  element.src = url
  try {
    if (!(await happens(element, 'loadeddata'))) return UNKNOWN
    const { videoWidth: width, videoHeight: height } = element
    const canvas = document.createElement('canvas')
    canvas.width = width || 1
    canvas.height = height || 1
    canvas.getContext('2d')!.drawImage(element, 0, 0)
    const durationSeconds = Number.isFinite(element.duration) ? element.duration : 0
    return { durationSeconds, width, height, thumbnail: await encodeCanvas(canvas, 'image/jpeg', 80) }
  } finally {
    element.removeAttribute('src')
    element.load()
    URL.revokeObjectURL(url)
  }
}

function happens(element: HTMLVideoElement, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE_MS)
    const settle = (value: boolean) => () => {
      clearTimeout(timer)
      resolve(value)
    }
    element.addEventListener(name, settle(true), { once: true })
    element.addEventListener('error', settle(false), { once: true })
  })
}
