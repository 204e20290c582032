const GENERIC_FAMILY = /(?:^|[\s,])(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-\w+)\s*$/i

/**
 * A font of a canvas with the platform's own font at the end: where no family of the program's is there, phones draw
 * without serifs, browsers with them. Programs also quote `"sans-serif"`, which then names no generic family.
 */
export function withFallbackFont(font: string): string {
  return GENERIC_FAMILY.test(font) ? font : `${font}, sans-serif`
}

/** Lets a context of the browser have the same fallback. */
export function addFallbackFont(context: OffscreenCanvasRenderingContext2D): void {
  const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(context), 'font')
  if (!native?.set || !native.get) return
  const { get, set } = native
  Object.defineProperty(context, 'font', {
    get: () => get.call(context) as string,
    set: (font: unknown) => set.call(context, withFallbackFont(String(font))),
    enumerable: true,
    configurable: true,
  })
}
