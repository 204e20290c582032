/** A replacement in a source text. */
export interface Edit {
  start: number
  end: number
  text: string
}

export interface RewrittenSource {
  text: string
  /** Offset in the original of an offset in the rewritten text. */
  originalOffset(offset: number): number
}

/** Applies edits that do not overlap. */
export function rewriteSource(source: string, edits: readonly Edit[]): RewrittenSource {
  if (edits.length === 0) return { text: source, originalOffset: (offset) => offset }
  const sorted = [...edits].sort((a, b) => a.start - b.start)
  const pieces: string[] = []
  /** After each edit: where the text that follows starts, here and in the original. */
  const shifts: { from: number; editFrom: number; original: number; originalEnd: number }[] = []
  let at = 0
  let length = 0
  for (const { start, end, text } of sorted) {
    pieces.push(source.slice(at, start), text)
    length += start - at
    shifts.push({ editFrom: length, from: length + text.length, original: start, originalEnd: end })
    length += text.length
    at = end
  }
  pieces.push(source.slice(at))
  return {
    text: pieces.join(''),
    originalOffset: (offset) => {
      const shift = shifts.findLast((candidate) => candidate.editFrom <= offset)
      if (!shift) return offset
      if (offset < shift.from) return Math.min(shift.original + (offset - shift.editFrom), shift.originalEnd)
      return shift.originalEnd + (offset - shift.from)
    },
  }
}
