/** A piece of a generated file. */
export interface MappedPart {
  code: string
  /** Source map (version 3 JSON) of this piece. */
  map?: string
}

/** Joins the pieces. The map is an index map: each piece's own map as a section. */
export function joinWithMap(parts: readonly MappedPart[]): MappedPart {
  const code = parts.map((part) => part.code).join('')
  if (!parts.some((part) => part.map !== undefined)) return { code }
  const sections: string[] = []
  let line = 0
  let column = 0
  for (const part of parts) {
    const map = part.map ?? UNMAPPED
    sections.push(`{"offset":{"line":${line},"column":${column}},"map":${map}}`)
    const breaks = countLineBreaks(part.code)
    column = breaks === 0 ? column + part.code.length : part.code.length - part.code.lastIndexOf('\n') - 1
    line += breaks
  }
  return { code, map: `{"version":3,"sections":[${sections.join(',')}]}` }
}

/** Ends the section before it: what follows belongs to no source. */
const UNMAPPED = '{"version":3,"sources":[],"names":[],"mappings":"A"}'

/** Map of a piece whose lines are those of a source, from a line of it on (1-based). */
export function makeLineMap(source: string, firstLine: number, lineCount: number): string {
  const mappings = [`AA${encodeVlq(firstLine - 1)}A`, ...Array<string>(lineCount - 1).fill('AACA')]
  return JSON.stringify({ version: 3, sources: [source], names: [], mappings: mappings.join(';') })
}

export function countLineBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** A number that is not negative, as source maps write it. */
function encodeVlq(value: number): string {
  let rest = value << 1
  let digits = ''
  do {
    const digit = rest & 31
    rest >>>= 5
    digits += BASE64[rest > 0 ? digit | 32 : digit]
  } while (rest > 0)
  return digits
}
