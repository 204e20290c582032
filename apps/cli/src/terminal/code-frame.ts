/** The lines around a place in a source file. */
export interface CodeFrame {
  lines: { number: number; text: string }[]
  line: number
  /** 0-based index of the marked character in the marked line's `text`. */
  offset: number
}

const CONTEXT_LINES = 1
/** Longer lines (minified code) are cut around the place. */
const LONGEST_LINE = 100

/** Undefined if `text` has no such line or is not text. `line` and `column` are 1-based. */
export function createCodeFrame(text: string, line: number, column = 1): CodeFrame | undefined {
  const all = text.split(/\r\n|\n|\r/)
  const marked = all[line - 1]
  if (marked === undefined || /[\0\uFFFD]/.test(marked)) return undefined
  const offset = Math.min(Math.max(column - 1, 0), marked.length)
  const cutAt = marked.length > LONGEST_LINE ? Math.max(0, offset - LONGEST_LINE / 2) : 0
  const first = Math.max(1, line - CONTEXT_LINES)
  const lines = all.slice(first - 1, line + CONTEXT_LINES).map((content, index) => ({
    number: first + index,
    text: (first + index === line ? content.slice(cutAt) : content)
      .slice(0, LONGEST_LINE)
      .replaceAll('\t', ' ')
      .replace(/\p{Cc}/gu, '\u00B7'),
  }))
  return { lines, line, offset: offset - cutAt }
}

/** Characters that a terminal draws two columns wide. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u

/** As text: line numbers, code, and a caret under the place. */
export function formatCodeFrame(
  frame: CodeFrame,
  dim: (text: string) => string,
  mark: (text: string) => string,
): string {
  const width = String(frame.lines.at(-1)?.number ?? 0).length
  return frame.lines
    .flatMap(({ number, text }) => {
      const gutter = dim(`  ${String(number).padStart(width)} │ `)
      if (number !== frame.line) return [gutter + dim(text)]
      const before = [...text.slice(0, frame.offset)]
        .map((character) => (WIDE.test(character) ? '  ' : ' '))
        .join('')
      return [gutter + text, `${dim(`  ${' '.repeat(width)} │ `)}${before}${mark('^')}`]
    })
    .join('\n')
}
