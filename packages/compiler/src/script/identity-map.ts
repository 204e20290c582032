const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const WORD = /[A-Za-z_$][\w$]*/g

/** Source map of a script that is its own source: every word maps to itself, so that errors show their column. */
export function makeIdentityMap(path: string, source: string): string {
  const lines: string[] = []
  /** Column of the last segment: columns in the source count on across lines. */
  let lastColumn = 0
  for (const line of source.split('\n')) {
    let mappings = lines.length === 0 ? 'AAAA' : 'AAC' + encodeVlq(-lastColumn)
    lastColumn = 0
    for (const { index } of line.matchAll(WORD)) {
      if (index === 0) continue
      const delta = encodeVlq(index - lastColumn)
      mappings += `,${delta}AA${delta}`
      lastColumn = index
    }
    lines.push(mappings)
  }
  return JSON.stringify({
    version: 3,
    sources: [path],
    sourcesContent: [source],
    names: [],
    mappings: lines.join(';'),
  })
}

const SMALL = Array.from({ length: 256 }, (_, value) => encodeLong(value))

function encodeVlq(value: number): string {
  return value >= 0 && value < 256 ? SMALL[value]! : encodeLong(value)
}

function encodeLong(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1
  let out = ''
  do {
    const digit = rest & 31
    rest >>>= 5
    out += BASE64[rest > 0 ? digit | 32 : digit]
  } while (rest > 0)
  return out
}
