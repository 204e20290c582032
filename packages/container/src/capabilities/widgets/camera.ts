import type { CameraFeed, CameraParameters, FromCamera, ToCamera } from '@sampan/protocol'
import * as v from 'valibot'
import type { WidgetFactory } from './widget'

const parametersSchema = v.object({
  facing: v.picklist(['front', 'back']),
  height: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(4_320))),
})
const requestSchema = v.variant('type', [
  v.object({ type: v.literal('next') }),
  v.object({ type: v.literal('set'), torch: v.optional(v.boolean()), zoom: v.optional(v.number()) }),
])

/** Not in every browser, so not in the types. */
interface CameraCapabilities {
  torch?: boolean
  zoom?: { min: number; max: number }
}

/** The device's camera for a page frame, which gets pictures and never the device. */
export const open: WidgetFactory = (context, params) => {
  const parameters = v.parse(parametersSchema, params)
  const stop = new AbortController()

  async function start(): Promise<void> {
    await context.host.authorize('scope.camera')
    if (stop.signal.aborted) return
    const stream = await openDevice(parameters)
    stop.signal.addEventListener('abort', () => stopTracks(stream))
    if (stop.signal.aborted) return stopTracks(stream)
    const video = await play(stream)
    if (stop.signal.aborted) return
    const track = stream.getVideoTracks()[0]!
    const { torch = false, zoom } = (track.getCapabilities?.() ?? {}) as CameraCapabilities
    const { port1, port2 } = new MessageChannel()
    stop.signal.addEventListener('abort', () => port1.close())
    sendPictures(port1, video, track, (problem) => context.host.log('warn', problem))
    const feed: CameraFeed<MessagePort> = {
      port: port2,
      width: video.videoWidth,
      height: video.videoHeight,
      zoom: { min: zoom?.min ?? 1, max: zoom?.max ?? 1 },
      hasTorch: torch,
    }
    context.answer(feed, [port2])
  }

  start().catch((error: unknown) => {
    stop.abort()
    context.fail(error instanceof Error ? error.message : String(error))
  })
  return { close: () => stop.abort() }
}

async function openDevice({ facing, height }: CameraParameters): Promise<MediaStream> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices }
  if (!mediaDevices) throw new Error('no access to cameras in this browser')
  const facingMode = facing === 'front' ? 'user' : 'environment'
  try {
    return await mediaDevices.getUserMedia({
      video: { facingMode, ...(height ? { height: { ideal: height } } : {}) },
    })
  } catch (error) {
    throw new Error(error instanceof Error ? `${error.name}: ${error.message}` : String(error), {
      cause: error,
    })
  }
}

async function play(stream: MediaStream): Promise<HTMLVideoElement> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = stream
  await video.play()
  return video
}

function sendPictures(
  port: MessagePort,
  video: HTMLVideoElement,
  track: MediaStreamTrack,
  warn: (problem: string) => void,
): void {
  const send = (message: FromCamera<ImageBitmap>, transfer: Transferable[] = []): void =>
    port.postMessage(message, transfer)
  let isTaking = false

  async function takePicture(): Promise<void> {
    if (isTaking) return
    isTaking = true
    try {
      const picture = await createImageBitmap(video)
      send({ type: 'picture', picture }, [picture])
    } finally {
      isTaking = false
    }
  }

  function set({ torch, zoom }: ToCamera & { type: 'set' }): void {
    const changes = { ...(torch === undefined ? {} : { torch }), ...(zoom === undefined ? {} : { zoom }) }
    track
      .applyConstraints({ advanced: [changes as MediaTrackConstraintSet] })
      .catch((error: unknown) => warn(`camera: ${String(error)}`))
  }

  track.onended = () => send({ type: 'ended' })
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const request = v.safeParse(requestSchema, data)
    if (!request.success) return
    if (request.output.type === 'set') set(request.output as ToCamera & { type: 'set' })
    else takePicture().catch((error: unknown) => warn(`camera: ${String(error)}`))
  }
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
