import { readTokens, type TokenReader } from './read-tokens'
import { readStringLiteral, skipSpace } from './script-text'

export interface FoundRequire {
  specifier: string
  /** `import`: a statement with `import` or `export … from`. `dynamic`: `import(…)`. */
  kind: 'require' | 'import' | 'dynamic'
  /** Of the literal with its quotes. Offsets in the source. */
  start: number
  end: number
  /** Its module may be in a package that is not there yet. */
  isAsync: boolean
}

const INTERESTING = /\brequire\b|\bimport\b|\bfrom\b/
/** A parameter of that name: bundles bring a `require` of their own. */
const SHADOWING = /[(,]\s*require\s*[,)]/

/**
 * Literal arguments of `require`, `require.async`, `import` and `export … from`, found by reading the source as tokens:
 * text in strings, comments and regular expressions does not count, nor does a `require` that is a parameter.
 */
export function scanRequires(source: string): FoundRequire[] {
  const found: FoundRequire[] = []
  if (!INTERESTING.test(source)) return found

  const canBeShadowed = SHADOWING.test(source)
  let shadowDepth = 0
  let shadowNextBlock = false

  readTokens(source, (reader) => ({
    word(start, end) {
      const length = end - start
      // Of the words that matter, each has a length of its own.
      if ((length === 7 || length === 6 || length === 4) && !reader.followsDot())
        readWord(source.slice(start, end), end, reader)
    },
    open(char, start) {
      const shadows = char === '{' && shadowNextBlock
      if (shadows) shadowDepth++
      if (char === '{') shadowNextBlock = false
      if (char === '(' && canBeShadowed && hasRequireParameter(start, reader)) shadowNextBlock = true
      return shadows
    },
    close(shadows) {
      if (shadows) shadowDepth--
    },
  }))
  return found

  function readWord(word: string, end: number, reader: TokenReader): void {
    if (word === 'require') {
      if (shadowDepth > 0 || reader.last() === 'function') return
      const next = skipSpace(source, end)
      if (source[next] === '(') readCall(next, 'require', false)
      else if (source.startsWith('.async', next)) readCall(skipSpace(source, next + 6), 'require', true)
    } else if (word === 'import') {
      const next = skipSpace(source, end)
      if (source[next] === '(') readCall(next, 'dynamic', true)
      else readClause(next)
    } else if (word === 'from') {
      // The end of an import or export clause comes after `}`, a name or `*`.
      if (reader.followsWord() || /[}*"']$/.test(reader.last())) readClause(skipSpace(source, end))
    }
  }

  function readCall(bracket: number, kind: 'require' | 'dynamic', isAsync: boolean): void {
    if (source[bracket] !== '(') return
    const start = skipSpace(source, bracket + 1)
    const literal = readStringLiteral(source, start)
    const next = literal && source[skipSpace(source, literal.end)]
    if (!literal || (next !== ')' && next !== ',')) return
    // `require(path, callback)` loads another package, as `require.async` does.
    found.push({ specifier: literal.value, kind, start, end: literal.end, isAsync: isAsync || next === ',' })
  }

  function readClause(start: number): void {
    const literal = source[start] === '`' ? undefined : readStringLiteral(source, start)
    if (!literal) return
    found.push({ specifier: literal.value, kind: 'import', start, end: literal.end, isAsync: false })
  }

  /** Whether the bracket here opens the parameters of a function with a body in braces, `require` being one. */
  function hasRequireParameter(start: number, reader: TokenReader): boolean {
    const end = source.indexOf(')', start)
    if (end < 0 || end - start > 400 || !SHADOWING.test(source.slice(start, end + 1))) return false
    const after = skipSpace(source, end + 1)
    if (source.startsWith('=>', after)) return source[skipSpace(source, after + 2)] === '{'
    return FUNCTION.test(reader.last()) || FUNCTION.test(reader.beforeLast())
  }
}

const FUNCTION = /^(?:function|\*)$/
