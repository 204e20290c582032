import { findLineStarts, placeAt } from '../diagnostics/diagnose'
import type { StyleProblem } from './style-problem'

export interface RepairedCss {
  /** Same lines and columns as the original for all that is left. */
  css: string
  problems: StyleProblem[]
}

const DECLARATION = /^\s*(?:--[^\s:]*|[-*_$#]?[-\w\\\u0080-\uffff]+)\s*:(?!:)/
const LINE_WITH_DECLARATION = /^\s*[-\w]+\s*:(?!:)/

/**
 * Reads CSS as forgivingly as its authors hoped: takes out `//` and HTML comments, stray brackets and broken
 * declarations, and closes what is open at the end. What is taken out becomes blanks.
 */
export function repairCss(source: string): RepairedCss {
  const problems: StyleProblem[] = []
  const edits: { start: number; end: number; text?: string }[] = []
  const lineStarts = findLineStarts(source)
  const place = (index: number) => {
    const { line, column } = placeAt('', lineStarts, index)
    return { line, column }
  }
  let depth = 0
  let statementStart = 0
  /** Brackets that are open in the statement. */
  let brackets = 0
  let broken: { reason: string; at: number } | undefined
  let at = 0

  const report = (message: string, index: number): void => {
    problems.push({ code: 'style-syntax', params: { problem: message }, ...place(index) })
  }
  const remove = (start: number, end: number): void => {
    edits.push({ start, end })
  }
  const startStatement = (index: number): void => {
    statementStart = index
    brackets = 0
    broken = undefined
  }
  /** Judges what lies between the start of the statement and `end`; it is no block's prelude. */
  const endStatement = (end: number): void => {
    const text = withoutEdits(source, statementStart, end, edits)
    const body = text.trim()
    if (body === '') return
    const first = statementStart + text.search(/\S/)
    if (broken) {
      report(broken.reason, broken.at)
      remove(statementStart, end)
    } else if (body[0] === '@') {
      if (!/^@[-\w]/.test(body)) {
        report('At-rule without a name', first)
        remove(statementStart, end)
      }
    } else if (depth === 0) {
      report(DECLARATION.test(body) ? 'Declaration outside of a rule' : 'Unexpected text', first)
      remove(statementStart, end)
    } else {
      endDeclaration(text, end, first)
    }
  }
  const endDeclaration = (text: string, end: number, first: number): void => {
    // A line break where a semicolon was forgotten: each line that reads as a declaration is one.
    const lines = text.split('\n')
    const colons = lines.filter((line) => LINE_WITH_DECLARATION.test(line)).length
    if (DECLARATION.test(text) && (colons < 2 || text.trimStart().startsWith('--'))) {
      const colon = text.indexOf(':')
      const value = text.slice(colon + 1)
      if (!/\w[;；]|；|:\s*\S+\s*:/.test(value) && !/^\s*:/.test(value)) return
    }
    if (colons === 0) {
      report(text.includes(':') ? 'Broken declaration' : 'Declaration without a colon', first)
      remove(statementStart, end)
      return
    }
    let start = statementStart
    for (const [index, line] of lines.entries()) {
      const lineEnd = start + line.length
      const next = lines[index + 1]
      if (line.trim() !== '' && !LINE_WITH_DECLARATION.test(line) && index === firstText(lines)) {
        report('Declaration without a colon', start + line.search(/\S/))
        remove(start, lineEnd)
      } else if (next !== undefined && line.trim() !== '' && LINE_WITH_DECLARATION.test(next)) {
        report('Missing semicolon', lineEnd)
        edits.push({ start: lineEnd, end: lineEnd, text: ';' })
      }
      start = lineEnd + 1
    }
  }

  while (at < source.length) {
    const char = source[at]!
    if (char === '/' && source[at + 1] === '*') {
      const close = source.indexOf('*/', at + 2)
      if (close < 0) {
        report('Unclosed comment', at)
        remove(at, source.length)
        at = source.length
      } else at = close + 2
    } else if (char === '/' && source[at + 1] === '/' && startsLineComment(source, at)) {
      let end = source.indexOf('\n', at)
      if (end < 0) end = source.length
      problems.push({ code: 'style-line-comment', params: {}, ...place(at) })
      remove(at, end)
      at = end
    } else if (source.startsWith('<!--', at) || source.startsWith('-->', at)) {
      const length = char === '<' ? 4 : 3
      report('HTML comments are no CSS', at)
      remove(at, at + length)
      at += length
    } else if (char === '*' && source[at + 1] === '/') {
      report('End of a comment that has no start', at)
      remove(at, at + 2)
      at += 2
    } else if (char === '\\') {
      at += 2
    } else if (char === '"' || char === "'") {
      const end = closeString(source, at)
      if (end < 0) {
        broken ??= { reason: 'Unclosed string', at }
        const lineEnd = source.slice(at).search(/[;}\n]/)
        at = lineEnd < 0 ? source.length : at + lineEnd
      } else at = end
    } else if (char === '(') {
      const url = /url$/i.test(source.slice(Math.max(0, at - 3), at))
      const close = url ? source.slice(at).search(/[)\n]/) : -1
      if (
        url &&
        close >= 0 &&
        source[at + close] === ')' &&
        !/^\s*["']/.test(source.slice(at + 1, at + 20))
      ) {
        at += close + 1
      } else {
        brackets++
        at++
      }
    } else if (char === ')') {
      if (brackets === 0) broken ??= { reason: 'Unexpected )', at }
      else brackets--
      at++
    } else if (char === ';') {
      if (brackets > 0) broken ??= { reason: 'Unclosed bracket', at }
      endStatement(at)
      at++
      startStatement(at)
    } else if (char === '{') {
      depth++
      at++
      startStatement(at)
    } else if (char === '}') {
      if (brackets > 0) broken ??= { reason: 'Unclosed bracket', at }
      endStatement(at)
      if (depth === 0) {
        report('Unexpected }', at)
        remove(at, at + 1)
      } else depth--
      at++
      startStatement(at)
    } else at++
  }
  if (brackets > 0) broken ??= { reason: 'Unclosed bracket', at: statementStart }
  endStatement(source.length)
  if (depth > 0) {
    report('Unclosed block', source.length)
    edits.push({ start: source.length, end: source.length, text: '}'.repeat(depth) })
  }
  return { css: applyEdits(source, edits), problems }
}

/** Last resort: blanks the statement that holds a place. Unchanged text means that nothing is left to blank. */
export function blankStatementAt(css: string, line: number, column: number): string {
  const lines = css.split('\n')
  let index = column - 1
  for (let before = 0; before < line - 1; before++) index += (lines[before]?.length ?? 0) + 1
  index = Math.min(index, css.length - 1)
  let start = index
  while (start > 0 && !/[;{}]/.test(css[start - 1]!)) start--
  let end = index
  while (end < css.length && !/[;{}]/.test(css[end]!)) end++
  if (css.slice(start, end).trim() === '') end = Math.min(end + 1, css.length)
  return css.slice(0, start) + blank(css.slice(start, end)) + css.slice(end)
}

function startsLineComment(source: string, at: number): boolean {
  return at === 0 || /[\s;{}/]/.test(source[at - 1]!)
}

function closeString(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    const char = source[at]
    if (char === '\\') at++
    else if (char === '\n') return -1
    else if (char === source[start]) return at + 1
  }
  return -1
}

function firstText(lines: string[]): number {
  return lines.findIndex((line) => line.trim() !== '')
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

type Edit = { start: number; end: number; text?: string }

/** A stretch of the source with comments and removed parts as blanks. */
function withoutEdits(source: string, start: number, end: number, edits: readonly Edit[]): string {
  let text = source.slice(start, end)
  for (let index = edits.length - 1; index >= 0; index--) {
    const edit = edits[index]!
    if (edit.end <= start) break
    const from = Math.max(edit.start, start) - start
    const to = Math.min(edit.end, end) - start
    if (to > from) text = text.slice(0, from) + blank(text.slice(from, to)) + text.slice(to)
  }
  return text.includes('/*') ? text.replace(/\/\*[^]*?\*\//g, blank) : text
}

function applyEdits(source: string, edits: Edit[]): string {
  edits.sort((a, b) => a.start - b.start || a.end - b.end)
  let out = ''
  let at = 0
  for (const edit of edits) {
    if (edit.end < at) continue
    const start = Math.max(edit.start, at)
    out += source.slice(at, start) + (edit.text ?? blank(source.slice(start, edit.end)))
    at = edit.end
  }
  return out + source.slice(at)
}
