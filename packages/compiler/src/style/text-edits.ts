/** Replaces a stretch of text, by blanks if no text is given. Line breaks stay. */
export interface Edit {
  start: number
  end: number
  text?: string
}

export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

/** A stretch of the source with comments and edited parts as blanks. */
export function withoutEdits(source: string, start: number, end: number, edits: readonly Edit[]): string {
  let text = source.slice(start, end)
  for (let index = edits.length - 1; index >= 0; index--) {
    const edit = edits[index]!
    if (edit.end <= start) break
    const from = Math.max(edit.start, start) - start
    const to = Math.min(edit.end, end) - start
    if (to > from) text = text.slice(0, from) + blank(text.slice(from, to)) + text.slice(to)
  }
  return text.includes('/*') ? text.replace(/\/\*[^]*?\*\//g, blank) : text
}

/** Of edits that overlap, the parts that an earlier one covers are skipped. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let out = ''
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.end < at) continue
    const start = Math.max(edit.start, at)
    out += source.slice(at, start) + (edit.text ?? blank(source.slice(start, edit.end)))
    at = edit.end
  }
  return out + source.slice(at)
}
