/** A piece of a generated file. A piece with a map starts at the beginning of a line. */
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
  for (const part of parts) {
    if (part.map !== undefined) sections.push(`{"offset":{"line":${line},"column":0},"map":${part.map}}`)
    line += countLineBreaks(part.code)
  }
  return { code, map: `{"version":3,"sections":[${sections.join(',')}]}` }
}

function countLineBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
