interface DetectedCode {
  rawValue: string
  format: string
}
interface Detector {
  detect(source: HTMLVideoElement): Promise<DetectedCode[]>
}

const EVERY_MS = 300
const TYPES: Record<string, string> = {
  qr_code: 'QR_CODE',
  ean_13: 'EAN_13',
  ean_8: 'EAN_8',
  code_128: 'CODE_128',
  code_39: 'CODE_39',
  upc_a: 'UPC_A',
  upc_e: 'UPC_E',
  data_matrix: 'DATA_MATRIX',
  pdf417: 'PDF_417',
}

/** Reports each code that comes into view, once until another is seen. Undefined where the browser reads none. */
export function watchCodes(
  video: HTMLVideoElement,
  report: (result: { type: string; result: string; charSet: string; rawData: string }) => void,
): (() => void) | undefined {
  const Detector = (globalThis as { BarcodeDetector?: new () => Detector }).BarcodeDetector
  if (!Detector) return undefined
  const detector = new Detector()
  let last = ''
  const timer = setInterval(() => {
    detector.detect(video).then(
      ([code]) => {
        if (!code || code.rawValue === last) return
        last = code.rawValue
        report({
          type: TYPES[code.format] ?? code.format.toUpperCase(),
          result: code.rawValue,
          charSet: 'UTF-8',
          rawData: btoa(String.fromCharCode(...new TextEncoder().encode(code.rawValue))),
        })
      },
      () => {
        // No picture yet; the next turn tries again.
      },
    )
  }, EVERY_MS)
  return () => clearInterval(timer)
}
