import { CapabilityError } from '../capability'
import { decodeImage } from './image-facts'

export interface Recoding {
  /** px of the result; one alone keeps the proportions. */
  width?: number | undefined
  height?: number | undefined
  /** 0 to 100, for JPEG */
  quality?: number | undefined
}

const MAX_SIDE_PX = 16_384

/** Scales and encodes an image again. JPEG stays JPEG; what may be transparent becomes PNG. */
export async function recodeImage(image: Blob, { width, height, quality = 80 }: Recoding): Promise<Blob> {
  const decoded = await decodeImage(image)
  try {
    const scale = width ? width / decoded.width : height ? height / decoded.height : 1
    const canvas = document.createElement('canvas')
    canvas.width = clampSide(width ?? decoded.width * scale)
    canvas.height = clampSide(height ?? decoded.height * scale)
    canvas.getContext('2d')!.drawImage(decoded.source, 0, 0, canvas.width, canvas.height)
    return await encodeCanvas(canvas, image.type === 'image/jpeg' ? 'image/jpeg' : 'image/png', quality)
  } finally {
    decoded.free()
  }
}

export function encodeCanvas(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new CapabilityError('the image cannot be encoded'))),
      type,
      Math.min(Math.max(quality, 0), 100) / 100,
    )
  })
}

function clampSide(px: number): number {
  return Math.min(MAX_SIDE_PX, Math.max(1, Math.round(px)))
}
