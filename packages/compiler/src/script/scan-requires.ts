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

/** After these words a slash starts a regular expression. */
const BEFORE_EXPRESSION = new Set(
  'return typeof instanceof in of new delete void throw case do else yield await default extends'.split(' '),
)
const WORD = /[A-Za-z_$\u0080-\uffff\\][\w$\u0080-\uffff\\]*/y
const NUMBER = /(?:0[xob][\da-f_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?n?)/iy
const REGULAR_EXPRESSION = /\/(?:[^/[\\\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+\/[a-z]*/y
const SPACE = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)+/y

/**
 * Literal arguments of `require`, `require.async`, `import` and `export … from`, found by reading the source as tokens:
 * text in strings, comments and regular expressions does not count, nor does a `require` that is a parameter (bundles
 * bring their own).
 */
export function scanRequires(source: string): FoundRequire[] {
  const found: FoundRequire[] = []
  if (!/\brequire\b|\bimport\b|\bfrom\b/.test(source)) return found

  /** For each open bracket: what to do when it closes. */
  const open: { char: string; template: boolean; shadows: boolean; regexAfter: boolean }[] = []
  let shadowDepth = 0
  let shadowNextBlock = false
  let at = 0
  /** Last significant token: a word, a punctuator, or a stand-in for a literal. */
  let last = ''
  let beforeLast = ''

  const push = (token: string): void => {
    beforeLast = last
    last = token
  }
  const skipSpace = (from: number): number => {
    SPACE.lastIndex = from
    return SPACE.test(source) ? SPACE.lastIndex : from
  }
  const literalAt = (from: number): { value: string; end: number } | undefined => {
    const quote = source[from]
    if (quote !== '"' && quote !== "'" && quote !== '`') return undefined
    const end = endOfString(source, from)
    const body = source.slice(from + 1, end - 1)
    if (quote === '`' && body.includes('${')) return undefined
    return { value: body.includes('\\') ? unescape(body) : body, end }
  }
  /** `(` literal `)` or `,` after a callee. */
  const readCall = (from: number, kind: 'require' | 'dynamic', isAsync: boolean): void => {
    const open = skipSpace(from)
    if (source[open] !== '(') return
    const start = skipSpace(open + 1)
    const literal = literalAt(start)
    if (!literal) return
    const next = source[skipSpace(literal.end)]
    if (next !== ')' && next !== ',') return
    // `require(path, callback)` loads another package, as `require.async` does.
    found.push({ specifier: literal.value, kind, start, end: literal.end, isAsync: isAsync || next === ',' })
  }
  const readClause = (start: number): void => {
    const literal = source[start] === '`' ? undefined : literalAt(start)
    if (literal)
      found.push({ specifier: literal.value, kind: 'import', start, end: literal.end, isAsync: false })
  }
  const readWord = (word: string, end: number): void => {
    if (last === '.' || last === '?.') return
    if (word === 'require' && shadowDepth === 0 && last !== 'function') {
      const next = skipSpace(end)
      if (source[next] === '(') readCall(next, 'require', false)
      else if (source.startsWith('.async', next)) readCall(next + 6, 'require', true)
    } else if (word === 'import') {
      const next = skipSpace(end)
      if (source[next] === '(') readCall(next, 'dynamic', true)
      else readClause(next)
    } else if (word === 'from') {
      const next = skipSpace(end)
      // After `}`, a name or `*`: the end of an import or export clause.
      if (last === '}' || last === '*' || /^[\w$\u0080-\uffff]/.test(last)) readClause(next)
    }
  }

  while (at < source.length) {
    const char = source[at]!
    if (char === ' ' || char === '\n' || char === '\t' || char === '\r') {
      at++
    } else if (char === '/' && source[at + 1] === '/') {
      const end = source.indexOf('\n', at)
      at = end < 0 ? source.length : end
    } else if (char === '/' && source[at + 1] === '*') {
      const end = source.indexOf('*/', at + 2)
      at = end < 0 ? source.length : end + 2
    } else if (char === '"' || char === "'") {
      at = endOfString(source, at)
      push('"')
    } else if (char === '`' || (char === '}' && open.at(-1)?.template)) {
      if (char === '}') open.pop()
      const end = endOfTemplateChunk(source, at + 1)
      at = end.index
      if (end.opensExpression) {
        open.push({ char: '{', template: true, shadows: false, regexAfter: true })
        push('{')
      } else push('"')
    } else if (char === '/') {
      if (slashStartsRegex(last, beforeLast)) {
        REGULAR_EXPRESSION.lastIndex = at
        if (REGULAR_EXPRESSION.test(source)) at = REGULAR_EXPRESSION.lastIndex
        else at++
        push('"')
      } else {
        at++
        push('/')
      }
    } else if (/[A-Za-z_$\u0080-\uffff\\]/.test(char)) {
      WORD.lastIndex = at
      const word = WORD.exec(source)?.[0] ?? char
      readWord(word, at + word.length)
      at += word.length
      push(last === '.' ? '"' : word)
    } else if (/\d/.test(char) || (char === '.' && /\d/.test(source[at + 1] ?? ''))) {
      NUMBER.lastIndex = at
      at = NUMBER.test(source) ? NUMBER.lastIndex : at + 1
      push('"')
    } else if (char === '(' || char === '[' || char === '{') {
      const shadows = char === '{' && shadowNextBlock
      if (char === '{') shadowNextBlock = false
      if (shadows) shadowDepth++
      const isCondition = char === '(' && /^(?:if|while|for|with)$/.test(last)
      if (char === '(' && isParameterList(last, beforeLast) && declaresRequire(source, at))
        shadowNextBlock = true
      open.push({ char, template: false, shadows, regexAfter: isCondition })
      at++
      push(char)
    } else if (char === ')' || char === ']' || char === '}') {
      const opened = open.pop()
      if (opened?.shadows) shadowDepth--
      at++
      push(char === ')' && opened?.regexAfter ? ';' : char)
    } else {
      at++
      push(char)
    }
  }
  return found
}

/** After a value a slash divides; anywhere else it starts a regular expression. A block's `}` is taken for a value. */
function slashStartsRegex(last: string, beforeLast: string): boolean {
  if (last === '') return true
  if (last === ')' || last === ']' || last === '"') return false
  if (last === '}') return false
  if (/^[\w$\u0080-\uffff\\]/.test(last)) return beforeLast !== '.' && BEFORE_EXPRESSION.has(last)
  return true
}

function isParameterList(last: string, beforeLast: string): boolean {
  return last === 'function' || last === '*' || beforeLast === 'function' || beforeLast === '*'
}

function declaresRequire(source: string, openBracket: number): boolean {
  const end = source.indexOf(')', openBracket)
  return end > 0 && end - openBracket < 400 && /[(,\s]require\s*[,)]/.test(source.slice(openBracket, end + 1))
}

function endOfString(source: string, start: number): number {
  const quote = source[start]
  for (let at = start + 1; at < source.length; at++) {
    const char = source[at]
    if (char === '\\') at++
    else if (char === quote) return at + 1
    else if (char === '\n' && quote !== '`') return at
  }
  return source.length
}

function endOfTemplateChunk(source: string, start: number): { index: number; opensExpression: boolean } {
  for (let at = start; at < source.length; at++) {
    const char = source[at]
    if (char === '\\') at++
    else if (char === '`') return { index: at + 1, opensExpression: false }
    else if (char === '$' && source[at + 1] === '{') return { index: at + 2, opensExpression: true }
  }
  return { index: source.length, opensExpression: false }
}

function unescape(body: string): string {
  return body.replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|([^]))/gi, (_, a, b, c, other) => {
    const code = a ?? b ?? c
    if (code !== undefined) return String.fromCodePoint(parseInt(code, 16))
    return other === '\n' ? '' : other
  })
}
