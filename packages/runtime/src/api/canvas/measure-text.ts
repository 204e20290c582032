import { natives } from '../natives'

let measuring: OffscreenCanvasRenderingContext2D | null | undefined

/** Width of a text in px, as the browser's fonts have it. */
export function measureTextWidth(text: string, font: string): number {
  if (measuring === undefined) {
    measuring = natives.OffscreenCanvas ? new natives.OffscreenCanvas(1, 1).getContext('2d') : null
  }
  if (!measuring) return estimateWidth(text, font)
  measuring.font = font
  return measuring.measureText(text).width
}

/** Without a browser: wide characters are as wide as high, others about half. */
function estimateWidth(text: string, font: string): number {
  const sizePx = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10)
  let ems = 0
  for (const character of text) ems += character.codePointAt(0)! > 0x2e7f ? 1 : 0.5
  return ems * sizePx
}
