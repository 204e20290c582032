import { CapabilityError } from '../capability'

export type ImageOrientation =
  'up' | 'up-mirrored' | 'down' | 'down-mirrored' | 'left-mirrored' | 'right' | 'right-mirrored' | 'left'

export interface ImageFacts {
  /** As stored: a turned photo keeps its sides. */
  width: number
  height: number
  type: string
  orientation: ImageOrientation
}

/** By Exif number, 1 to 8. */
const ORIENTATIONS: readonly ImageOrientation[] = [
  'up',
  'up-mirrored',
  'down',
  'down-mirrored',
  'left-mirrored',
  'right',
  'right-mirrored',
  'left',
]

/** Bytes at the start of a file that is long enough for Exif. */
const HEAD_BYTES = 128 * 1024

export async function readImageFacts(image: Blob): Promise<ImageFacts> {
  const head = new DataView(await image.slice(0, HEAD_BYTES).arrayBuffer())
  const type = typeOf(head)
  const exif = type === 'jpeg' ? exifOrientation(head) : 1
  const { width, height } = await shownSize(image)
  const turned = exif >= 5
  return {
    width: turned ? height : width,
    height: turned ? width : height,
    type,
    orientation: ORIENTATIONS[exif - 1] ?? 'up',
  }
}

/** An image ready to be drawn, the right way up. The caller frees it. */
export async function decodeImage(
  image: Blob,
): Promise<{ source: CanvasImageSource; width: number; height: number; free(): void }> {
  const bitmap = await createImageBitmap(image).catch(() => undefined)
  if (bitmap)
    return { source: bitmap, width: bitmap.width, height: bitmap.height, free: () => bitmap.close() }
  // Vector images have no bitmap before they are drawn.
  const url = URL.createObjectURL(image)
  const element = new Image()
  element.src = url
  try {
    await element.decode()
  } catch {
    URL.revokeObjectURL(url)
    throw new CapabilityError('file is not an image that can be read')
  }
  const width = element.naturalWidth || 300
  const height = element.naturalHeight || 150
  return { source: element, width, height, free: () => URL.revokeObjectURL(url) }
}

async function shownSize(image: Blob): Promise<{ width: number; height: number }> {
  const { width, height, free } = await decodeImage(image)
  free()
  return { width, height }
}

function typeOf(head: DataView): string {
  const begins = (...bytes: number[]) =>
    head.byteLength >= bytes.length && bytes.every((byte, index) => head.getUint8(index) === byte)
  if (begins(0xff, 0xd8, 0xff)) return 'jpeg'
  if (begins(0x89, 0x50, 0x4e, 0x47)) return 'png'
  if (begins(0x47, 0x49, 0x46, 0x38)) return 'gif'
  if (begins(0x49, 0x49, 0x2a, 0x00) || begins(0x4d, 0x4d, 0x00, 0x2a)) return 'tiff'
  if (begins(0x52, 0x49, 0x46, 0x46) && head.byteLength > 12 && head.getUint32(8) === 0x57454250)
    return 'webp'
  return 'unknown'
}

/** Walks the segments of a JPEG to Exif's orientation tag (0x0112). 1 if there is none. */
function exifOrientation(head: DataView): number {
  for (let at = 2; at + 4 <= head.byteLength;) {
    const marker = head.getUint16(at)
    const length = head.getUint16(at + 2)
    if (marker === 0xffe1) return orientationInExif(head, at + 4, at + 2 + length)
    if (marker < 0xff00 || marker === 0xffda || length < 2) return 1
    at += 2 + length
  }
  return 1
}

function orientationInExif(head: DataView, start: number, declaredEnd: number): number {
  const end = Math.min(declaredEnd, head.byteLength)
  const tiff = start + 6
  if (tiff + 8 > end || head.getUint32(start) !== 0x45786966) return 1
  const littleEndian = head.getUint16(tiff) === 0x4949
  const directory = tiff + head.getUint32(tiff + 4, littleEndian)
  if (directory + 2 > end) return 1
  const count = head.getUint16(directory, littleEndian)
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > end) return 1
    if (head.getUint16(entry, littleEndian) !== 0x0112) continue
    const value = head.getUint16(entry + 8, littleEndian)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}
