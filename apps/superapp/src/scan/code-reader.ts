/** Resolves to the text of a QR code in a picture; undefined if there is none. */
export type CodeReader = (picture: HTMLVideoElement | ImageBitmap) => Promise<string | undefined>

/** Not in every browser. */
interface DetectorConstructor {
  new (options: { formats: string[] }): {
    detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>
  }
  getSupportedFormats(): Promise<string[]>
}

/** Larger pictures are made smaller first: codes are still read, and sooner. */
const MOST_PIXELS_A_SIDE = 1200

/** The browser's own detector where there is one, else a decoder in script. */
export async function createCodeReader(): Promise<CodeReader> {
  const detectors = (globalThis as { BarcodeDetector?: DetectorConstructor }).BarcodeDetector
  const formats = (await detectors?.getSupportedFormats().catch(() => [])) ?? []
  if (detectors && formats.includes('qr_code')) {
    const detector = new detectors({ formats: ['qr_code'] })
    return async (picture) => (await detector.detect(picture))[0]?.rawValue
  }
  const { decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  return async (picture) => {
    const [width, height] =
      'videoWidth' in picture ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height]
    if (width === 0 || height === 0) return undefined
    const scale = Math.min(1, MOST_PIXELS_A_SIDE / Math.max(width, height))
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height))
    } catch {
      return undefined // No code in this picture.
    }
  }
}
