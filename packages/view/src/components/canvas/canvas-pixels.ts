import type { CanvasExport, CanvasFile, CanvasPixels, CanvasRegion } from '@sampan/protocol'

/** A canvas whose CSS px are `scale` pixels wide. */
export interface ScaledCanvas {
  canvas: HTMLCanvasElement
  scale: number
}

export async function exportFile({ canvas, scale }: ScaledCanvas, wanted: CanvasExport): Promise<CanvasFile> {
  const x = finite(wanted.x, 0)
  const y = finite(wanted.y, 0)
  const width = finite(wanted.width, canvas.width / scale - x)
  const height = finite(wanted.height, canvas.height / scale - y)
  const file = document.createElement('canvas')
  file.width = Math.max(1, Math.round(finite(wanted.destWidth, width * scale)))
  file.height = Math.max(1, Math.round(finite(wanted.destHeight, height * scale)))
  const fileType = wanted.fileType === 'jpg' ? 'jpg' : 'png'
  const draw = contextOf(file)
  if (fileType === 'jpg') {
    draw.fillStyle = '#fff'
    draw.fillRect(0, 0, file.width, file.height)
  }
  draw.drawImage(canvas, x * scale, y * scale, width * scale, height * scale, 0, 0, file.width, file.height)
  const bytes = await encode(file, fileType, wanted.quality)
  return { bytes, fileType, width: file.width, height: file.height }
}

function encode(
  canvas: HTMLCanvasElement,
  fileType: 'png' | 'jpg',
  quality: number | undefined,
): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob.arrayBuffer()) : reject(new Error('fail create bitmap failed'))),
      fileType === 'jpg' ? 'image/jpeg' : 'image/png',
      quality,
    )
  })
}

/** Pixels of a region, one for each CSS px whatever the screen's density. */
export function readPixels({ canvas, scale }: ScaledCanvas, region: CanvasRegion): CanvasPixels {
  const { x, y, width, height } = wholeRegion(region)
  const copy = document.createElement('canvas')
  copy.width = width
  copy.height = height
  const draw = contextOf(copy)
  draw.imageSmoothingEnabled = scale !== 1
  draw.drawImage(canvas, x * scale, y * scale, width * scale, height * scale, 0, 0, width, height)
  return { width, height, data: draw.getImageData(0, 0, width, height).data }
}

export function writePixels({ canvas, scale }: ScaledCanvas, region: CanvasRegion, data: unknown): void {
  const { x, y, width, height } = wholeRegion(region)
  const bytes = bytesOf(data)
  if (bytes.length !== width * height * 4) throw new Error('fail invalid data length')
  const picture = document.createElement('canvas')
  picture.width = width
  picture.height = height
  contextOf(picture).putImageData(new ImageData(new Uint8ClampedArray(bytes), width, height), 0, 0)
  const draw = contextOf(canvas)
  draw.save()
  draw.setTransform(1, 0, 0, 1, 0, 0)
  draw.imageSmoothingEnabled = false
  draw.clearRect(x * scale, y * scale, width * scale, height * scale)
  draw.drawImage(picture, x * scale, y * scale, width * scale, height * scale)
  draw.restore()
}

export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const draw = canvas.getContext('2d')
  if (!draw) throw new Error('fail canvas has no 2d context')
  return draw
}

function wholeRegion(region: CanvasRegion): CanvasRegion {
  const width = Math.round(finite(region.width, 0))
  const height = Math.round(finite(region.height, 0))
  if (width < 1 || height < 1 || width * height > 1e8) throw new Error('fail invalid size')
  return { x: Math.round(finite(region.x, 0)), y: Math.round(finite(region.y, 0)), width, height }
}

function bytesOf(data: unknown): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  throw new Error('fail invalid data')
}

function finite(value: unknown, whenAbsent: number): number {
  const number = Number(value)
  return value === undefined || value === null || !Number.isFinite(number) ? whenAbsent : number
}
