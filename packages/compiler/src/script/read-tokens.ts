import {
  CharKind,
  charKind,
  endOfNumber,
  endOfRegularExpression,
  endOfString,
  endOfTemplateChunk,
  endOfWord,
  skipSpace,
} from './script-text'

/** Who reads a script token by token. What is in strings, comments and regular expressions is not told. */
export interface TokenVisitor {
  /** A name, a keyword, or a part of one that Unicode makes odd. The tokens before it are those of the reader. */
  word(start: number, end: number): void
  /** `(`, `[` or `{`. The answer comes back when the bracket is closed. */
  open?(char: string, start: number): boolean
  close?(mark: boolean): void
}

/** The tokens before the one that is being told of. */
export interface TokenReader {
  last(): string
  beforeLast(): string
  /** Whether the last token is a word. */
  followsWord(): boolean
  /** Whether the last token is the dot of a member, not of a spread. */
  followsDot(): boolean
}

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
  /** Of `if (…)` and the like: what follows is no operand of a division. */
  isCondition: boolean
  /** The visitor's. */
  mark: boolean
}

export function readTokens(source: string, createVisitor: (reader: TokenReader) => TokenVisitor): void {
  const open: OpenBracket[] = []
  let at = 0
  let lastKind: Last = Last.Operator
  /** The last two tokens. */
  let [lastStart, lastEnd, beforeStart, beforeEnd] = [0, 0, 0, 0]

  const visitor = createVisitor({
    last,
    beforeLast: () => source.slice(beforeStart, beforeEnd),
    followsWord: () => lastKind === Last.Word,
    followsDot: () => lastEnd > 0 && source[lastEnd - 1] === '.' && source[lastEnd - 2] !== '.',
  })

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
    visitor.word(at, end)
    take(Last.Word, end)
  }

  function openBracket(char: string): void {
    const mark = visitor.open?.(char, at) ?? false
    const isCondition = char === '(' && lastKind === Last.Word && CONDITION.test(last())
    open.push({ isTemplate: false, isCondition, mark })
    take(Last.Operator, at + 1)
  }

  function closeBracket(char: string): void {
    const closed = open.pop()
    if (closed) visitor.close?.(closed.mark)
    take(char === ')' && closed?.isCondition ? Last.Operator : Last.Value, at + 1)
  }

  function takeTemplate(): void {
    const { index, opensExpression } = endOfTemplateChunk(source, at + 1)
    take(opensExpression ? Last.Operator : Last.Value, index)
    if (opensExpression) open.push({ isTemplate: true, isCondition: false, mark: false })
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
}

const [SLASH, STAR, DOT] = [47, 42, 46]
const CONDITION = /^(?:if|while|for|with)$/
