/** Outlines on a field of 24 by 24, filled by the even-odd rule: a shape within a shape is a hole. */
const disc = 'M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z'
const ring = `${disc}M12 2.9a9.1 9.1 0 1 0 0 18.2a9.1 9.1 0 1 0 0-18.2z`
const shield = 'M12 1.3l8.8 3.2v6.8c0 5.3-3.5 9.3-8.8 11.4c-5.3-2.1-8.8-6.1-8.8-11.4v-6.8z'
const tick = 'M6.07 12.73L10.3 16.96 18.13 9.13 17.07 8.07 10.3 14.84 7.13 11.67z'
const bigTick = 'M2.6 12.7L9 19.1 21.6 6.5 20.4 5.3 9 16.7 3.8 11.5z'
const cross =
  'M8.15 9.25L9.25 8.15 12 10.9 14.75 8.15 15.85 9.25 13.1 12 15.85 14.75 14.75 15.85 12 13.1 9.25 15.85 8.15 14.75 10.9 12z'
const letterI = 'M12 6.1a1.1 1.1 0 1 0 0 2.2a1.1 1.1 0 1 0 0-2.2zM11.2 10.1h1.6v7.6h-1.6z'
const exclamation = 'M11.2 6.2h1.6v7.6h-1.6zM12 15.6a1.1 1.1 0 1 0 0 2.2a1.1 1.1 0 1 0 0-2.2z'
const clockHands = 'M11.2 6.2h1.5v6.1l4.1 2.5-.8 1.3-4.8-2.9z'
const arrowDown = 'M11.3 6.2h1.4v7.7l2.6-2.6 1 1-4.3 4.3-4.3-4.3 1-1 2.6 2.6z'
const magnifier =
  'M10.2 2.2a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM10.2 3.6a6.6 6.6 0 1 0 0 13.2a6.6 6.6 0 1 0 0-13.2zM16.1 15.1L22 21 21 22 15.1 16.1z'

export interface IconDrawing {
  path: string
  colour: string
}

const green = 'var(--wx-primary)'
const blue = '#10aeff'
const red = 'var(--wx-icon-warn)'
const grey = '#b2b2b2'

export const iconDrawings: Readonly<Record<string, IconDrawing>> = {
  success: { path: disc + tick, colour: green },
  success_no_circle: { path: bigTick, colour: green },
  success_circle: { path: ring + tick, colour: green },
  info: { path: disc + letterI, colour: blue },
  info_circle: { path: ring + letterI, colour: blue },
  warn: { path: disc + exclamation, colour: red },
  waiting: { path: disc + clockHands, colour: blue },
  waiting_circle: { path: ring + clockHands, colour: blue },
  cancel: { path: ring + cross, colour: '#f43530' },
  download: { path: ring + arrowDown, colour: green },
  search: { path: magnifier, colour: grey },
  clear: { path: disc + cross, colour: grey },
  circle: { path: ring, colour: '#c9c9c9' },
  safe_success: { path: shield + tick, colour: green },
  safe_warn: { path: shield + exclamation, colour: '#ffbe00' },
}
