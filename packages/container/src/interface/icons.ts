import { svg, type SVGTemplateResult } from 'lit'

function icon(size: number, content: SVGTemplateResult): SVGTemplateResult {
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
export const shareIcon = icon(
  26,
  svg`<path d="M13.5 5.5 20 11l-6.5 5.5v-3.3C8.5 13 5.8 15 4 18c.4-4.7 3.3-8.6 9.5-9.2z"/>`,
)
export const linkIcon = icon(
  26,
  svg`<path d="M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2"/>`,
)
export const reloadIcon = icon(26, svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 4v4h-4"/>`)
export const settingsIcon = icon(
  26,
  svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
)
export const aboutIcon = icon(26, svg`<circle cx="12" cy="12" r="8.6"/><path d="M12 11v5.5M12 7.6v.1"/>`)
export const closeIcon = icon(24, svg`<path d="M6 6l12 12M18 6 6 18"/>`)
export const locationIcon = icon(
  26,
  svg`<path d="M12 21s6.5-6.1 6.5-11a6.5 6.5 0 1 0-13 0c0 4.9 6.5 11 6.5 11z"/><circle cx="12" cy="10" r="2.3"/>`,
)
export const shieldIcon = icon(
  26,
  svg`<path d="M12 3.5 5 6v5.5c0 4.3 3 7.4 7 9 4-1.6 7-4.7 7-9V6z"/><path d="m9 12 2.2 2.2L15.2 10"/>`,
)

/** Sampan's mark: a hull as one curve, higher at the bow, with a low arched awning over it. */
export const markIcon = svg`<svg width="40" height="40" viewBox="0 0 48 48" fill="currentColor" aria-hidden="true">
  <path d="M1.5 22.5C8 27.5 15.5 29 24 29c9.5 0 17-2 22.5-8.5C45.5 32 38.5 38 30 38H17C9 38 3.5 32.5 1.5 22.5z"/>
  <path d="M10 23.8c1-5.2 5.6-7.8 12.8-7.8 7.3 0 12 2.7 13.3 8.1-3.8 1.3-8 1.9-12.3 1.9-4.9 0-9.6-.7-13.8-2.200z"/></svg>`
