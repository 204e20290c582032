import { svg, type SVGTemplateResult } from 'lit'

export function icon(size: number, content: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor"
    stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${content}</svg>`
}

export const backIcon = icon(24, svg`<path d="M14.5 4.5 7 12l7.5 7.5"/>`)
export const homeIcon = icon(22, svg`<path d="M4 11.2 12 4l8 7.2M6.5 9.5V20h11V9.5M10 20v-5.5h4V20"/>`)
export const moreIcon = icon(
  22,
  svg`<g fill="currentColor" stroke="none"><circle cx="5" cy="12" r="1.9"/><circle cx="12" cy="12" r="2.9"/><circle cx="19" cy="12" r="1.9"/></g>`,
)
export const closeTargetIcon = icon(
  21,
  svg`<circle cx="12" cy="12" r="8.2" stroke-width="2.2"/><circle cx="12" cy="12" r="3" fill="currentColor" stroke="none"/>`,
)
export const successIcon = icon(40, svg`<path d="m4.5 12.8 5 5L19.5 7"/>`)
export const errorIcon = icon(40, svg`<circle cx="12" cy="12" r="8.6"/><path d="M12 7.6v5.6M12 16.3v.1"/>`)
