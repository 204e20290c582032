import type { Diagnostic } from '@sampan/protocol'
import { diagnose, type DiagnosticParams } from '../diagnostics/diagnose'
import type { STYLE_DIAGNOSTICS } from './style-catalogue'

export type StyleProblemCode = keyof typeof STYLE_DIAGNOSTICS

/** A problem in the text of one style sheet; the text may be what a preprocessor made. */
export interface StyleProblem {
  code: StyleProblemCode
  params: DiagnosticParams
  line?: number
  column?: number
}

/** Where a place in a style sheet's text is in the project. */
export type LocateStyle = (line: number, column: number) => { file: string; line?: number; column?: number }

export function toDiagnostic(problem: StyleProblem, file: string, locate?: LocateStyle): Diagnostic {
  const { code, params, line, column } = problem
  if (line === undefined || column === undefined) return diagnose(code, params, { file })
  return diagnose(code, params, locate?.(line, column) ?? { file, line, column })
}
