/** Replaces a stretch of text, by blanks if no text is given. Line breaks stay. */
export interface Edit {
  start: number
  end: number
  text?: string
}

export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

/** A stretch of the source with comments and edited parts as blanks. `edits` are in the order of their ends. */
export function withoutEdits(source: string, start: number, end: number, edits: readonly Edit[]): string {
  const inside: Edit[] = []
  for (let index = edits.length - 1; index >= 0 && edits[index]!.end > start; index--) {
    const edit = edits[index]!
    const from = Math.max(edit.start, start)
    const to = Math.min(edit.end, end)
    if (to > from) inside.push({ start: from - start, end: to - start })
  }
  const text = applyEdits(source.slice(start, end), inside)
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
