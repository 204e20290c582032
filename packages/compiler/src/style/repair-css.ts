import { findLineStarts, placeAt } from '../diagnostics/diagnose'
import { nextCssToken } from './css-tokens'
import { type Fault, judgeDeclaration } from './judge-declaration'
import type { StyleProblem } from './style-problem'
import { applyEdits, blank, type Edit, withoutEdits } from './text-edits'

export interface RepairedCss {
  /** Same lines and columns as the original for all that is left. */
  css: string
  problems: StyleProblem[]
}

/**
 * Reads CSS as forgivingly as its authors hoped: takes out `//` and HTML comments, stray brackets and broken
 * declarations, and closes what is open at the end. What is taken out becomes blanks.
 */
export function repairCss(source: string): RepairedCss {
  const problems: StyleProblem[] = []
  const edits: Edit[] = []
  const lineStarts = findLineStarts(source)
  let depth = 0
  let statementStart = 0
  /** Round brackets that are open in the statement. */
  let brackets: number[] = []
  /** Why the statement cannot stay. */
  let broken: Fault | undefined

  function note(code: StyleProblem['code'], index: number, params: StyleProblem['params'] = {}): void {
    const { line, column } = placeAt('', lineStarts, index)
    problems.push({ code, params, line, column })
  }

  function fault({ problem, index }: Fault): void {
    note('style-syntax', index, { problem })
  }

  function startStatement(index: number): void {
    statementStart = index
    brackets = []
    broken = undefined
  }

  /** Judges what lies between the start of the statement and `end`; it is no block's prelude. */
  function endStatement(end: number): void {
    if (brackets.length > 0) broken ??= { problem: 'Unclosed bracket', index: brackets[0]! }
    const text = withoutEdits(source, statementStart, end, edits)
    const body = text.trimStart()
    if (body === '') return
    const first = statementStart + text.length - body.length
    if (!broken && body[0] === '@') {
      if (/^@[-\w]/.test(body)) return
      broken = { problem: 'At-rule without a name', index: first }
    }
    if (!broken && depth === 0) broken = { problem: 'Text outside of a rule', index: first }
    if (broken) {
      fault(broken)
      edits.push({ start: statementStart, end })
      return
    }
    const verdict = judgeDeclaration(text, statementStart)
    for (const found of verdict.faults) fault(found)
    edits.push(...verdict.edits)
  }

  for (let at = 0; at < source.length;) {
    const { kind, start, end } = nextCssToken(source, at)
    at = end
    switch (kind) {
      case 'line-comment':
        note('style-line-comment', start)
        edits.push({ start, end })
        break
      case 'html-comment':
      case 'comment-end':
      case 'unclosed-comment':
        fault({ problem: COMMENT_FAULTS[kind], index: start })
        edits.push({ start, end })
        break
      case 'unclosed-string':
        broken ??= { problem: 'Unclosed string', index: start }
        break
      case '(':
        brackets.push(start)
        break
      case ')':
        if (brackets.pop() === undefined) broken ??= { problem: 'Unexpected )', index: start }
        break
      case ';':
        endStatement(start)
        startStatement(end)
        break
      case '{':
        depth++
        startStatement(end)
        break
      case '}':
        endStatement(start)
        if (depth > 0) depth--
        else {
          fault({ problem: 'Unexpected }', index: start })
          edits.push({ start, end })
        }
        startStatement(end)
    }
  }
  endStatement(source.length)
  if (depth > 0) {
    fault({ problem: 'Unclosed block', index: source.length })
    edits.push({ start: source.length, end: source.length, text: '}'.repeat(depth) })
  }
  return { css: applyEdits(source, edits), problems }
}

const COMMENT_FAULTS = {
  'html-comment': 'An HTML comment is no CSS',
  'comment-end': 'The end of a comment that has no start',
  'unclosed-comment': 'Unclosed comment',
}

/** Last resort: blanks the statement that holds a place. Unchanged text means that nothing is left to blank. */
export function blankStatementAt(css: string, line: number, column: number): string {
  const index = Math.min((findLineStarts(css)[line - 1] ?? 0) + column - 1, css.length - 1)
  let start = index
  while (start > 0 && !/[;{}]/.test(css[start - 1]!)) start--
  let end = index
  while (end < css.length && !/[;{}]/.test(css[end]!)) end++
  if (css.slice(start, end).trim() === '') end = Math.min(end + 1, css.length)
  return css.slice(0, start) + blank(css.slice(start, end)) + css.slice(end)
}
