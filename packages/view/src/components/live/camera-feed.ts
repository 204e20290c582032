import type { CameraFeed, CameraParameters, FromCamera, ToCamera } from '@sampan/protocol'
import type { ComponentPort } from '../../built-in-element'
import { stopStream } from './capture'

/** A camera that the container has opened for this frame. */
export interface Camera {
  /** What it sees, made of the pictures that come. */
  readonly stream: MediaStream
  readonly zoom: { min: number; max: number }
  readonly hasTorch: boolean
  set(changes: { torch?: boolean; zoom?: number }): void
  /** The device is gone. */
  onEnded: () => void
  close(): void
}

/** Pictures a second, at most. */
const MAX_RATE = 30

/** Rejects with the reason in one line: what the user or the browser said. */
export async function openCamera(port: ComponentPort, parameters: CameraParameters): Promise<Camera> {
  const widget = port.widget('camera', parameters)
  let feed: CameraFeed<MessagePort>
  try {
    feed = (await widget.result) as CameraFeed<MessagePort>
  } catch (error) {
    widget.close()
    throw error
  }
  const canvas = document.createElement('canvas')
  canvas.width = feed.width
  canvas.height = feed.height
  const context = canvas.getContext('2d')!
  const send = (message: ToCamera): void => feed.port.postMessage(message)
  let turn = 0
  let askedAtMs = 0

  /** While the page shows: hidden pages have no animation frames. */
  function askForNext(): void {
    turn = requestAnimationFrame((atMs) => {
      if (atMs - askedAtMs < 1_000 / MAX_RATE - 4) return askForNext()
      askedAtMs = atMs
      send({ type: 'next' })
    })
  }

  const camera: Camera = {
    stream: canvas.captureStream(),
    zoom: feed.zoom,
    hasTorch: feed.hasTorch,
    set: (changes) => send({ type: 'set', ...changes }),
    onEnded: () => undefined,
    close() {
      cancelAnimationFrame(turn)
      feed.port.close()
      widget.close()
      stopStream(camera.stream)
    },
  }
  await new Promise<void>((resolve) => {
    feed.port.onmessage = ({ data }: MessageEvent<FromCamera<ImageBitmap>>) => {
      if (data.type === 'ended') return camera.onEnded()
      context.drawImage(data.picture, 0, 0, canvas.width, canvas.height)
      data.picture.close()
      resolve()
      askForNext()
    }
    send({ type: 'next' })
  })
  return camera
}
