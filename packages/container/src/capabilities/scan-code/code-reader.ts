import type { LoadPart } from '../capability'

/** As `scanType` of `wx.scanCode` names them. */
export const CODE_KINDS = ['barCode', 'qrCode', 'datamatrix', 'pdf417', 'wxCode'] as const
export type CodeKind = (typeof CODE_KINDS)[number]

export interface FoundCode {
  text: string
  /** As the result's `scanType` names it: `QR_CODE`, `EAN_13` … */
  format: string
}

export type CodeReader = (picture: CanvasImageSource & PictureSize) => Promise<FoundCode | undefined>

/** Of a video, an image or a bitmap. */
export interface PictureSize {
  videoWidth?: number
  videoHeight?: number
  naturalWidth?: number
  naturalHeight?: number
  width?: number | SVGAnimatedLength
  height?: number | SVGAnimatedLength
}

/** Not in every browser. */
interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string; format: string }[]>
}
interface DetectorConstructor {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

const FORMATS: Readonly<Record<CodeKind, readonly string[]>> = {
  qrCode: ['qr_code'],
  wxCode: [],
  datamatrix: ['data_matrix'],
  pdf417: ['pdf417'],
  barCode: ['codabar', 'code_39', 'code_93', 'code_128', 'ean_8', 'ean_13', 'itf', 'upc_a', 'upc_e', 'aztec'],
}

/** The browser's own detector where there is one; else QR codes only, read in script. */
export async function createCodeReader(kinds: readonly CodeKind[], loadPart: LoadPart): Promise<CodeReader> {
  const constructor = (globalThis as { BarcodeDetector?: DetectorConstructor }).BarcodeDetector
  const supported = (await constructor?.getSupportedFormats().catch(() => [])) ?? []
  const formats = kinds.flatMap((kind) => FORMATS[kind]).filter((format) => supported.includes(format))
  if (constructor && formats.length > 0) return detectorReader(new constructor({ formats }))
  return scriptReader(loadPart)
}

function detectorReader(detector: Detector): CodeReader {
  return async (picture) => {
    const [found] = await detector.detect(picture)
    return found && { text: found.rawValue, format: resultFormat(found.format) }
  }
}

function resultFormat(format: string): string {
  return format === 'pdf417' ? 'PDF_417' : format.toUpperCase()
}

/** Larger pictures are made smaller first: codes are still read, and sooner. */
const MAX_SIDE = 1_200

async function scriptReader(loadPart: LoadPart): Promise<CodeReader> {
  const { decodeQR } = await loadPart('qr-decoder', () => import('qr/decode.js'))
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return async (picture) => {
    const width = picture.videoWidth ?? picture.naturalWidth ?? Number(picture.width)
    const height = picture.videoHeight ?? picture.naturalHeight ?? Number(picture.height)
    if (!context || !(width > 0) || !(height > 0)) return undefined
    const scale = Math.min(1, MAX_SIDE / Math.max(width, height))
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    try {
      return { text: decodeQR(context.getImageData(0, 0, canvas.width, canvas.height)), format: 'QR_CODE' }
    } catch {
      return undefined // no code in this picture
    }
  }
}
