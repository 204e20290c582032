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
export function parseCss(text: string): ParsedCss {
  const clean = tryParse(text)
  if (!(clean instanceof CssSyntaxError)) return { root: clean, problems: [] }
  const { css: repaired, problems } = repairCss(text)
  let css = repaired
  for (let repairs = 0; ; repairs++) {
    const parsed = tryParse(css)
    if (!(parsed instanceof CssSyntaxError)) return { root: parsed, problems }
    const { line = 1, column = 1, reason } = parsed
    problems.push({ code: 'style-syntax', params: { problem: reason }, line, column })
    const shorter = repairs < MAX_REPAIRS ? blankStatementAt(css, line, column) : ''
    css = shorter === css ? '' : shorter
  }
}

function tryParse(css: string): Root | CssSyntaxError {
  try {
    return postcss.parse(css, { map: false })
  } catch (error) {
    if (error instanceof CssSyntaxError) return error
    throw error
  }
}
