import { natives } from '../natives'

export interface ExportOptions {
  x?: unknown
  y?: unknown
  width?: unknown
  height?: unknown
  destWidth?: unknown
  destHeight?: unknown
  fileType?: unknown
  quality?: unknown
}

/** A part of a canvas as a picture file. All sizes are px of the canvas. */
export async function exportCanvas(canvas: OffscreenCanvas, options: ExportOptions): Promise<Blob> {
  const number = (value: unknown, whenAbsent: number) =>
    Number.isFinite(Number(value ?? NaN)) ? Number(value) : whenAbsent
  const x = number(options.x, 0)
  const y = number(options.y, 0)
  const width = number(options.width, canvas.width - x)
  const height = number(options.height, canvas.height - y)
  const result = new natives.OffscreenCanvas!(
    Math.max(1, Math.round(number(options.destWidth, width))),
    Math.max(1, Math.round(number(options.destHeight, height))),
  )
  const draw = result.getContext('2d')!
  const isJpeg = options.fileType === 'jpg'
  if (isJpeg) {
    draw.fillStyle = '#fff'
    draw.fillRect(0, 0, result.width, result.height)
  }
  draw.drawImage(canvas, x, y, width, height, 0, 0, result.width, result.height)
  const quality = number(options.quality, 1)
  return result.convertToBlob({
    type: isJpeg ? 'image/jpeg' : 'image/png',
    quality: quality > 0 && quality <= 1 ? quality : 1,
  })
}
