import {
  CharKind,
  charKind,
  endOfNumber,
  endOfRegularExpression,
  endOfString,
  endOfTemplateChunk,
  endOfWord,
  readStringLiteral,
  skipSpace,
} from './script-text'

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
/** After these words a slash starts a regular expression. */
const BEFORE_EXPRESSION = new Set(
  'return typeof instanceof in of new delete void throw case do else yield await default extends'.split(' '),
)

const enum Last {
  Operator,
  /** A word may be a value or an operator: only a slash after it asks. */
  Word,
  Value,
}

interface OpenBracket {
  /** `${` of a template: where it ends, the template's text goes on. */
  isTemplate: boolean
  /** Body of a function with a parameter called `require`. */
  shadows: boolean
  /** Of `if (…)` and the like: what follows is no operand of a division. */
  isCondition: boolean
}

/**
 * Literal arguments of `require`, `require.async`, `import` and `export … from`, found by reading the source as tokens:
 * text in strings, comments and regular expressions does not count, nor does a `require` that is a parameter.
 */
export function scanRequires(source: string): FoundRequire[] {
  const found: FoundRequire[] = []
  if (!INTERESTING.test(source)) return found

  const canBeShadowed = SHADOWING.test(source)
  const open: OpenBracket[] = []
  let shadowDepth = 0
  let shadowNextBlock = false
  let at = 0
  let lastKind: Last = Last.Operator
  /** The last two tokens. */
  let [lastStart, lastEnd, beforeStart, beforeEnd] = [0, 0, 0, 0]

  function take(kind: Last, end: number): void {
    beforeStart = lastStart
    beforeEnd = lastEnd
    lastStart = at
    lastEnd = at = end
    lastKind = kind
  }

  function last(): string {
    return source.slice(lastStart, lastEnd)
  }

  /** A block's `}` is taken for a value: regular expressions that start a statement are rare. */
  function slashStartsRegex(): boolean {
    if (lastKind !== Last.Word) return lastKind === Last.Operator
    return source[beforeEnd - 1] !== '.' && BEFORE_EXPRESSION.has(last())
  }

  function takeWord(end: number): void {
    const isMember = lastEnd > 0 && source[lastEnd - 1] === '.' && source[lastEnd - 2] !== '.'
    const length = end - at
    // Of the words that matter, each has a length of its own.
    if (!isMember && (length === 7 || length === 6 || length === 4)) readWord(source.slice(at, end), end)
    take(Last.Word, end)
  }

  function readWord(word: string, end: number): void {
    if (word === 'require') {
      if (shadowDepth > 0 || last() === 'function') return
      const next = skipSpace(source, end)
      if (source[next] === '(') readCall(next, 'require', false)
      else if (source.startsWith('.async', next)) readCall(skipSpace(source, next + 6), 'require', true)
    } else if (word === 'import') {
      const next = skipSpace(source, end)
      if (source[next] === '(') readCall(next, 'dynamic', true)
      else readClause(next)
    } else if (word === 'from') {
      // The end of an import or export clause comes after `}`, a name or `*`.
      if (lastKind === Last.Word || /^[}*"']$/.test(source[lastEnd - 1] ?? ''))
        readClause(skipSpace(source, end))
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

  function openBracket(char: string): void {
    const shadows = char === '{' && shadowNextBlock
    if (shadows) shadowDepth++
    if (char === '{') shadowNextBlock = false
    if (char === '(' && canBeShadowed && hasRequireParameter()) shadowNextBlock = true
    const isCondition = char === '(' && lastKind === Last.Word && CONDITION.test(last())
    open.push({ isTemplate: false, shadows, isCondition })
    take(Last.Operator, at + 1)
  }

  /** Whether the bracket here opens the parameters of a function with a body in braces, `require` being one. */
  function hasRequireParameter(): boolean {
    const end = source.indexOf(')', at)
    if (end < 0 || end - at > 400 || !SHADOWING.test(source.slice(at, end + 1))) return false
    const after = skipSpace(source, end + 1)
    if (source.startsWith('=>', after)) return source[skipSpace(source, after + 2)] === '{'
    return FUNCTION.test(last()) || FUNCTION.test(source.slice(beforeStart, beforeEnd))
  }

  function closeBracket(char: string): void {
    const closed = open.pop()
    if (closed?.shadows) shadowDepth--
    take(char === ')' && closed?.isCondition ? Last.Operator : Last.Value, at + 1)
  }

  function takeTemplate(): void {
    const { index, opensExpression } = endOfTemplateChunk(source, at + 1)
    take(opensExpression ? Last.Operator : Last.Value, index)
    if (opensExpression) open.push({ isTemplate: true, shadows: false, isCondition: false })
  }

  function takePunctuator(char: string): void {
    switch (char) {
      case '"':
      case "'":
        return take(Last.Value, endOfString(source, at))
      case '`':
        return takeTemplate()
      case '(':
      case '[':
      case '{':
        return openBracket(char)
      case '}':
        if (!open.at(-1)?.isTemplate) return closeBracket(char)
        open.pop()
        return takeTemplate()
      case ')':
      case ']':
        return closeBracket(char)
      case '/':
        if (slashStartsRegex()) return take(Last.Value, endOfRegularExpression(source, at))
    }
    take(Last.Operator, at + 1)
  }

  while (at < source.length) {
    const code = source.charCodeAt(at)
    const next = source.charCodeAt(at + 1)
    switch (charKind(code)) {
      case CharKind.Space:
        at++
        break
      case CharKind.Word:
        takeWord(endOfWord(source, at))
        break
      case CharKind.Digit:
        take(Last.Value, endOfNumber(source, at))
        break
      case CharKind.Other:
        if (code === SLASH && (next === SLASH || next === STAR)) at = skipSpace(source, at)
        else if (code === DOT && charKind(next) === CharKind.Digit) take(Last.Value, endOfNumber(source, at))
        else takePunctuator(source[at]!)
    }
  }
  return found
}

const [SLASH, STAR, DOT] = [47, 42, 46]
const CONDITION = /^(?:if|while|for|with)$/
const FUNCTION = /^(?:function|\*)$/
