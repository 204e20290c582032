import postcss, { CssSyntaxError, type Root } from 'postcss'
import { blankStatementAt, repairCss } from './repair-css'
import type { StyleProblem } from './style-problem'

const MAX_REPAIRS = 100

export interface ParsedCss {
  root: Root
  problems: StyleProblem[]
}

/**
 * CSS as real programs contain it. Clean text goes straight through postcss; what postcss refuses is repaired so that
 * only the broken declaration or rule is lost, and every line and column stays where it was.
 */
export function parseCss(text: string, map?: string): ParsedCss {
  const options = map ? { map: { prev: map } } : { map: false as const }
  try {
    return { root: postcss.parse(text, options), problems: [] }
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
  }
  const repaired = repairCss(text)
  const problems = repaired.problems
  let css = repaired.css
  for (let repairs = 0; ; repairs++) {
    try {
      return { root: postcss.parse(css, options), problems }
    } catch (error) {
      if (!(error instanceof CssSyntaxError)) throw error
      const line = error.line ?? 1
      const column = error.column ?? 1
      problems.push({ code: 'style-syntax', message: error.reason, line, column })
      const shorter = repairs < MAX_REPAIRS ? blankStatementAt(css, line, column) : ''
      css = shorter === css ? '' : shorter
    }
  }
}
