const STRING_OR_SPACE = /("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')|\s+/g

/** Whitespace outside of strings to single blanks. */
export function squeeze(text: string): string {
  if (!/\s\s|[\n\t\r\f]/.test(text)) return text.trim()
  return text.replace(STRING_OR_SPACE, (_, quoted?: string) => quoted ?? ' ').trim()
}

export function squeezeSelector(selector: string, minify: boolean): string {
  const text = squeeze(selector)
  if (!text.includes(',') || /["'(\\]/.test(text)) return text
  return text.replace(/\s*,\s*/g, minify ? ',' : ', ')
}
