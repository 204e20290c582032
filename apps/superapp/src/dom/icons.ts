/** Icons of the shell, 24 × 24, drawn with the text's colour. Constant markup: nothing of a program gets in here. */
const PATHS = {
  search: '<circle cx="10.500" cy="10.500" r="6.500"/><path d="m15.500 15.500 5 5"/>',
  settings:
    '<path d="M4 7h9M18 7h2M4 17h2M11 17h9"/><circle cx="15.500" cy="7" r="2.500"/><circle cx="8.500" cy="17" r="2.500"/>',
  more: '<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3.200"/>',
  star: '<path d="m12 3.800 2.500 5.200 5.700.800-4.100 4 1 5.700-5.100-2.700-5.100 2.700 1-5.700-4.100-4 5.700-.800z"/>',
  scan: '<path d="M4 8V5.500A1.500 1.500 0 0 1 5.500 4H8M16 4h2.500A1.500 1.500 0 0 1 20 5.500V8M20 16v2.500a1.500 1.500 0 0 1-1.500 1.500H16M8 20H5.500A1.500 1.500 0 0 1 4 18.500V16M4 12h16"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4.500 20a7.500 7.500 0 0 1 15 0"/>',
  back: '<path d="m14.500 5-7 7 7 7"/>',
  clear: '<path d="m7 7 10 10M17 7 7 17"/>',
  offline:
    '<path d="M3 3l18 18M6.500 12.500a8 8 0 0 1 3-1.800M17.500 12.500a8 8 0 0 0-2.300-1.600M9.800 16a3.500 3.500 0 0 1 4.400 0M3 9a13 13 0 0 1 4-2.500M21 9a13 13 0 0 0-8.500-3M12 19.500h.010"/>',
} as const

export type IconName = keyof typeof PATHS

export function createIcon(name: IconName): SVGSVGElement {
  return createSvg(
    '0 0 24 24',
    `<g fill="none" stroke="currentColor" stroke-width="1.900" stroke-linecap="round" stroke-linejoin="round">${PATHS[name]}</g>`,
  )
}

/** A hull as one curve with a low arched awning over it. */
export function createMark(): SVGSVGElement {
  const mark = createSvg(
    '10 28 76 52',
    '<path d="M31 49a17 15 0 0 1 34 0" fill="none" stroke="currentColor" stroke-width="8" stroke-linecap="round"/>' +
      '<path d="M13 53c9 8 19 11 35 11s26-3 35-11c-5 16-15 23-35 23S18 69 13 53z" fill="currentColor" stroke="currentColor" stroke-width="3" stroke-linejoin="round"/>',
  )
  mark.classList.add('mark')
  return mark
}

function createSvg(viewBox: string, content: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', viewBox)
  svg.setAttribute('aria-hidden', 'true')
  svg.innerHTML = content
  return svg
}
