// The test page with a camera: it answers the widget as the container does, with pictures that are drawn here.
import type { CameraFeed, FromCamera, ToCamera } from '@sampan/protocol'
import './container-page'

function drawPicture(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(640, 480)
  const context = canvas.getContext('2d')!
  for (let column = 0; column < 640; column += 8) {
    context.fillStyle = `hsl(${(column + performance.now()) % 360} 80% 50%)`
    context.fillRect(column, 0, 8, 480)
  }
  return canvas
}

function openFeed(): CameraFeed<MessagePort> {
  const { port1, port2 } = new MessageChannel()
  const send = (message: FromCamera<ImageBitmap>, transfer: Transferable[]) =>
    port1.postMessage(message, transfer)
  port1.onmessage = ({ data }: MessageEvent<ToCamera>) => {
    if (data.type !== 'next') return void liveHarness.settings.push(data)
    const picture = drawPicture().transferToImageBitmap()
    send({ type: 'picture', picture }, [picture])
  }
  return { port: port2, width: 640, height: 480, zoom: { min: 1, max: 4 }, hasTorch: true }
}

const liveHarness = {
  /** What the user says. */
  isRefused: false,
  settings: [] as ToCamera[],
}

harness.onWidget = (widget) => {
  if (widget.name !== 'camera') return
  if (liveHarness.isRefused) widget.reject(new Error('auth deny'))
  else widget.resolve(openFeed())
}

declare global {
  var liveHarness: LiveHarness
}
export type LiveHarness = typeof liveHarness
globalThis.liveHarness = liveHarness
