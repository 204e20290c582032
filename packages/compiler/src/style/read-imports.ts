export interface ImportStatement {
  specifier: string
  /** Media query, '' if none. */
  media: string
  /** Lines between the at-rule's start and this statement. */
  lineOffset: number
}

const TARGET = /^\s*(?:url\(\s*("[^"]*"|'[^']*'|[^)]*?)\s*\)|("[^"]*"|'[^']*')|([^\s"';]+))([^\n]*)([^]*)$/i
const NEXT_IMPORT = /\s*\n\s*@import\b/i

/**
 * What follows `@import`. Where semicolons were forgotten, the imports of the next lines are in it as well, and if the
 * at-rule has a block, so is the selector of the rule that it swallowed. Undefined if it names no file.
 */
export function readImports(
  params: string,
  hasBlock: boolean,
): { imports: ImportStatement[]; selector?: string } | undefined {
  const imports: ImportStatement[] = []
  const parts = params.split(NEXT_IMPORT)
  let lineOffset = 0
  let rest = ''
  for (const part of parts) {
    const [, inUrl, quoted, bare, media = '', tail = ''] = TARGET.exec(part) ?? []
    const text = inUrl ?? quoted ?? bare ?? ''
    const specifier = (/^["']/.test(text) ? text.slice(1, -1) : text).trim()
    if (specifier === '') return undefined
    rest = tail
    imports.push({ specifier, media: hasBlock ? media : media + tail, lineOffset })
    lineOffset += part.split('\n').length
  }
  if (!hasBlock) return { imports }
  const last = imports.at(-1)!
  if (rest.trim() !== '') return { imports, selector: rest }
  const selector = last.media
  last.media = ''
  return { imports, selector }
}
