import type { Edit } from './text-edits'

/** Something wrong at an offset of the source. */
export interface Fault {
  problem: string
  index: number
}

const DECLARATION = /^\s*(?:--[^\s:]*|[-*_$#]?[-\w\\\u0080-\uffff]+)\s*:(?!:)/
const LINE_WITH_DECLARATION = /^\s*-?[a-z][-\w]*\s*:(?!:)/i
/** A second declaration in the value, or a semicolon of Chinese typing. */
const DOUBTFUL_VALUE = /；|:\s*\S+\s*:/
/** Text that may hold anything. */
const OPAQUE = /url\([^)\n]*\)|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|progid:[\w.]+/gi

/**
 * A declaration that stands in text which postcss refuses. It may be several, where line breaks took the place of
 * forgotten semicolons. Comments are blanks in `original`; `offset` is where it starts in the source.
 */
export function judgeDeclaration(original: string, offset: number): { faults: Fault[]; edits: Edit[] } {
  const text = original.replace(OPAQUE, (opaque) => 'x'.repeat(opaque.length))
  const lines = text.split('\n')
  const declarations = lines.filter((line) => LINE_WITH_DECLARATION.test(line)).length
  const isCustom = text.trimStart().startsWith('--')
  if (DECLARATION.test(text) && (isCustom || declarations < 2)) {
    if (isCustom || !DOUBTFUL_VALUE.test(text)) return { faults: [], edits: [] }
  }
  if (declarations === 0 || (declarations === 1 && DOUBTFUL_VALUE.test(text))) {
    const problem = text.includes(':') ? 'Broken declaration' : 'Declaration without a colon'
    return {
      faults: [{ problem, index: offset + text.search(/\S/) }],
      edits: [{ start: offset, end: offset + text.length }],
    }
  }
  return judgeLines(lines, offset)
}

function judgeLines(lines: string[], offset: number): { faults: Fault[]; edits: Edit[] } {
  const faults: Fault[] = []
  const edits: Edit[] = []
  let start = offset
  let isFirst = true
  for (const [index, line] of lines.entries()) {
    const end = start + line.trimEnd().length
    const isDeclaration = LINE_WITH_DECLARATION.test(line)
    if (line.trim() !== '') {
      if (isFirst && !isDeclaration) {
        faults.push({ problem: 'Declaration without a colon', index: start + line.search(/\S/) })
        edits.push({ start, end })
      } else if (LINE_WITH_DECLARATION.test(lines[index + 1] ?? '')) {
        faults.push({ problem: 'Missing semicolon', index: end })
        edits.push({ start: end, end, text: ';' })
      }
      isFirst = false
    }
    start += line.length + 1
  }
  return { faults, edits }
}
