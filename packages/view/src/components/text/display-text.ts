export interface TextOptions {
  /** Blanks count, each as wide as: `nbsp`, `ensp` or `emsp`. */
  space: string
  /** Entities of the text become characters. */
  decode: boolean
}

const blanks: Record<string, string> = { nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' }

const entities: Record<string, string> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
}

/** What a `text` component shows for a text. */
export function displayText(raw: string, { space, decode }: TextOptions): string {
  const blank = blanks[space]
  const text = blank ? raw.replaceAll(' ', blank) : raw
  return decode ? text.replace(/&(?:nbsp|lt|gt|amp|apos|ensp|emsp);/g, (entity) => entities[entity]!) : text
}
