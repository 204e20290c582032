/**
 * Browser features that APIs use. Taken when the worker's script starts, because the names are gone from the global
 * scope before the program runs. Outside a worker (tests, headless rendering) some are undefined.
 */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope & {
  Blob: typeof Blob
  FileReaderSync: typeof FileReaderSync
  ImageData: typeof ImageData
  OffscreenCanvas: typeof OffscreenCanvas | undefined
  Path2D: typeof Path2D
  Worker: typeof Worker | undefined
  URL: typeof URL
}

const { crypto } = scope

export const natives = {
  Blob: scope.Blob,
  FileReaderSync: scope.FileReaderSync,
  ImageData: scope.ImageData,
  OffscreenCanvas: scope.OffscreenCanvas,
  Path2D: scope.Path2D,
  Worker: scope.Worker,
  URL: scope.URL,
  atob: scope.atob.bind(scope),
  btoa: scope.btoa.bind(scope),
  createImageBitmap: scope.createImageBitmap?.bind(scope),
  userAgent: scope.navigator?.userAgent ?? '',
  randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
  requestAnimationFrame: scope.requestAnimationFrame?.bind(scope),
  cancelAnimationFrame: scope.cancelAnimationFrame?.bind(scope),
}

/** Hexadecimal text that nobody can guess. */
export function randomHex(byteCount: number): string {
  return Array.from(natives.randomBytes(byteCount), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
