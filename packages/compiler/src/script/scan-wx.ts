import { readTokens, type TokenReader } from './read-tokens'
import { endOfWord, readStringLiteral, skipSpace } from './script-text'

/** Which APIs a script can reach. */
export interface WxUses {
  /** `wx.<name>`, in whatever way it is written. */
  names: string[]
  /** `wx` goes where nothing can be said of it: `wx[name]`, `Object.keys(wx)`, `const api = wx`. */
  escapes: boolean
}

export function scanWx(source: string): WxUses {
  const names = new Set<string>()
  let escapes = false
  if (/\bwx\b/.test(source)) {
    readTokens(source, (reader) => ({
      word(start, end) {
        if (end - start !== 2 || !source.startsWith('wx', start) || reader.followsDot()) return
        const name = memberAt(source, skipSpace(source, end))
        if (name !== undefined) names.add(name)
        else if (!isHarmless(source, skipSpace(source, end), reader)) escapes = true
      },
    }))
  }
  return { names: [...names], escapes }
}

/** Of `.name`, `?.name`, `['name']`. */
function memberAt(source: string, at: number): string | undefined {
  const dot = source.startsWith('?.', at) ? '?.' : source[at] === '.' && source[at + 1] !== '.' ? '.' : ''
  const start = skipSpace(source, at + dot.length)
  if (source[start] !== '[') return dot ? source.slice(start, endOfWord(source, start)) : undefined
  const literal = readStringLiteral(source, skipSpace(source, start + 1))
  return literal && source[skipSpace(source, literal.end)] === ']' ? literal.value : undefined
}

/** `typeof wx`, `!wx`, `wx && …`, `wx === …`, a key of that name, a declaration or assignment of one's own. */
function isHarmless(source: string, next: number, reader: TokenReader): boolean {
  const last = reader.last()
  if (last === 'typeof' || last === '!') return true
  if (source[next] === ':') return last === '{' || last === ','
  return /^(?:&&|[!=]==?|=(?!>)|\?(?![.?]))/.test(source.slice(next, next + 3))
}
