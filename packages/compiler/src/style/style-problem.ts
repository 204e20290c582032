import type { Diagnostic, Severity } from '@sampan/protocol'

/** Every diagnostic that style sheets can give. */
const STYLE_PROBLEMS = {
  'style-syntax': 'warning',
  'style-declaration': 'warning',
  'style-selector': 'warning',
  'style-import-missing': 'warning',
  'style-import-circular': 'warning',
  'style-import-remote': 'warning',
  'style-import-limit': 'error',
  'style-file-missing': 'error',
  'style-file-type': 'warning',
  'style-preprocessor': 'error',
} as const satisfies Record<string, Severity>

export type StyleProblemCode = keyof typeof STYLE_PROBLEMS

/** A problem before it is known which file it is reported for. */
export interface StyleProblem {
  code: StyleProblemCode
  message: string
  line?: number
  column?: number
  help?: string
}

export function toDiagnostic(problem: StyleProblem, file: string): Diagnostic {
  return { ...problem, severity: STYLE_PROBLEMS[problem.code], file }
}
