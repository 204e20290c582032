export type CssTokenKind =
  | 'comment'
  | 'unclosed-comment'
  | 'line-comment'
  | 'html-comment'
  | 'comment-end'
  | 'string'
  | 'unclosed-string'
  | 'url'
  | '('
  | ')'
  | ';'
  | '{'
  | '}'
  | 'text'

export interface CssToken {
  kind: CssTokenKind
  start: number
  end: number
}

const URL = /url\(\s*[^\s"'()][^)\n]*\)/iy
const TEXT = /(?:[^\\"'(){};/*<>-]|-(?!->))+/y

/**
 * The next token that matters for the structure of dirty CSS. Strings and `//` end with their line, so that one
 * forgotten quote does not swallow the file.
 */
export function nextCssToken(source: string, start: number): CssToken {
  const char = source[start]!
  const token = (kind: CssTokenKind, end: number): CssToken => ({ kind, start, end })
  switch (char) {
    case '(':
    case ')':
    case ';':
    case '{':
    case '}':
      return token(char, start + 1)
    case '\\':
      return token('text', start + 2)
    case '"':
    case "'": {
      const end = endOfString(source, start)
      if (end !== undefined) return token('string', end)
      const rest = source.slice(start).search(/[;}\n]/)
      return token('unclosed-string', rest < 0 ? source.length : start + rest)
    }
    case '/': {
      if (source[start + 1] === '*') {
        const close = source.indexOf('*/', start + 2)
        return close < 0 ? token('unclosed-comment', source.length) : token('comment', close + 2)
      }
      if (source[start + 1] === '/' && (start === 0 || /[\s;{}/]/.test(source[start - 1]!))) {
        const close = source.indexOf('\n', start)
        return token('line-comment', close < 0 ? source.length : close)
      }
      return token('text', start + 1)
    }
    case '*':
      return source[start + 1] === '/' ? token('comment-end', start + 2) : token('text', start + 1)
    case '<':
      return source.startsWith('<!--', start) ? token('html-comment', start + 4) : token('text', start + 1)
    case '-':
      if (source.startsWith('-->', start)) return token('html-comment', start + 3)
  }
  const url = (char === 'u' || char === 'U') && !/[-\w]/.test(source[start - 1] ?? '') ? URL : undefined
  if (url) {
    url.lastIndex = start
    if (url.test(source)) return token('url', url.lastIndex)
  }
  TEXT.lastIndex = start
  if (!TEXT.test(source)) return token('text', start + 1)
  // Stop where an unquoted url may begin.
  const inner = source.slice(start + 1, TEXT.lastIndex).search(/\burl$/i)
  return token('text', inner >= 0 ? start + 1 + inner : TEXT.lastIndex)
}

function endOfString(source: string, start: number): number | undefined {
  for (let at = start + 1; at < source.length; at++) {
    const char = source[at]
    if (char === '\\') at++
    else if (char === '\n') return undefined
    else if (char === source[start]) return at + 1
  }
  return undefined
}
