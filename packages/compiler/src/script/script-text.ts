/** Kinds of characters that a token can start with. */
export const enum CharKind {
  Other = 0,
  Word = 1,
  Digit = 2,
  Space = 3,
}

const KINDS = makeKinds()

export function charKind(code: number): CharKind {
  if (code < 128) return KINDS[code]!
  return code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029
    ? CharKind.Space
    : CharKind.Word
}

function makeKinds(): Uint8Array {
  const kinds = new Uint8Array(128)
  for (const char of ' \t\n\v\f\r') kinds[char.charCodeAt(0)] = CharKind.Space
  for (let code = 48; code <= 57; code++) kinds[code] = CharKind.Digit
  for (let code = 65; code <= 90; code++) kinds[code] = kinds[code + 32] = CharKind.Word
  for (const char of '_$\\#@') kinds[char.charCodeAt(0)] = CharKind.Word
  return kinds
}

export function endOfWord(source: string, start: number): number {
  let at = start + 1
  while (at < source.length) {
    const kind = charKind(source.charCodeAt(at))
    if (kind !== CharKind.Word && kind !== CharKind.Digit) break
    at++
  }
  return at
}

const NUMBER = /(?:0[xob][\da-f_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?n?)/iy

export function endOfNumber(source: string, start: number): number {
  NUMBER.lastIndex = start
  return NUMBER.test(source) ? NUMBER.lastIndex : start + 1
}

const REGULAR_EXPRESSION = /\/(?:[^/[\\\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+\/[a-z]*/y

export function endOfRegularExpression(source: string, start: number): number {
  REGULAR_EXPRESSION.lastIndex = start
  return REGULAR_EXPRESSION.test(source) ? REGULAR_EXPRESSION.lastIndex : start + 1
}

const SPACE_AND_COMMENTS = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)+/y

export function skipSpace(source: string, start: number): number {
  SPACE_AND_COMMENTS.lastIndex = start
  return SPACE_AND_COMMENTS.test(source) ? SPACE_AND_COMMENTS.lastIndex : start
}

/** With its closing quote; at the end of the line if that is missing. */
export function endOfString(source: string, start: number): number {
  const quote = source.charCodeAt(start)
  for (let at = start + 1; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 92) at++
    else if (code === quote) return at + 1
    else if (code === 10 && quote !== 96) return at
  }
  return source.length
}

/** From after the opening quote or the end of an expression to the next of them. */
export function endOfTemplateChunk(
  source: string,
  start: number,
): { index: number; opensExpression: boolean } {
  for (let at = start; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 92) at++
    else if (code === 96) return { index: at + 1, opensExpression: false }
    else if (code === 36 && source.charCodeAt(at + 1) === 123) return { index: at + 2, opensExpression: true }
  }
  return { index: source.length, opensExpression: false }
}

export interface StringLiteral {
  value: string
  end: number
}

/** A string, or a template without expressions. */
export function readStringLiteral(source: string, start: number): StringLiteral | undefined {
  const quote = source[start]
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined
  const end = endOfString(source, start)
  const body = source.slice(start + 1, end - 1)
  if (quote === '`' && body.includes('${')) return undefined
  return { value: body.includes('\\') ? unescapeText(body) : body, end }
}

const ESCAPE = /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|([^]))/gi

function unescapeText(body: string): string {
  return body.replace(ESCAPE, (_, a?: string, b?: string, c?: string, other?: string) => {
    const code = a ?? b ?? c
    if (code === undefined) return other === '\n' ? '' : (other ?? '')
    const point = parseInt(code, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}
