import type { Diagnostic } from '@sampan/protocol'
import { DIAGNOSTIC_CATALOGUE, type DiagnosticCode } from './catalogue'

/** Where something is in the project. Line and column are 1-based. */
export interface Place {
  file?: string
  line?: number
  column?: number
}

export type DiagnosticParams = Record<string, string | number>

/** Takes a diagnostic of the catalogue. Passed down instead of a list so that nobody forgets to hand one on. */
export type Report = (code: DiagnosticCode, params: DiagnosticParams, place: Place) => void

export function diagnose(code: DiagnosticCode, params: DiagnosticParams, place: Place): Diagnostic {
  const entry: (typeof DIAGNOSTIC_CATALOGUE)[DiagnosticCode] = DIAGNOSTIC_CATALOGUE[code]
  const help = 'help' in entry.en ? entry.en.help : undefined
  return {
    code,
    severity: entry.severity,
    message: fill(entry.en.message, params),
    ...place,
    ...(help === undefined ? {} : { help: fill(help, params) }),
    params,
  }
}

/** The same diagnostic with its texts in another language. Codes that are not in the catalogue stay as they are. */
export function translateDiagnostic(diagnostic: Diagnostic, language: 'en' | 'zh'): Diagnostic {
  if (!Object.hasOwn(DIAGNOSTIC_CATALOGUE, diagnostic.code)) return diagnostic
  const entry = DIAGNOSTIC_CATALOGUE[diagnostic.code as DiagnosticCode]
  const text: { message: string; help?: string } = entry[language]
  const params = diagnostic.params ?? {}
  return {
    ...diagnostic,
    message: fill(text.message, params),
    ...(text.help === undefined ? {} : { help: fill(text.help, params) }),
  }
}

function fill(template: string, params: DiagnosticParams): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  )
}

/** 1-based line and column of an offset. `lineStarts` comes from `findLineStarts`. */
export function placeAt(file: string, lineStarts: readonly number[], offset: number): Place {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lineStarts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return { file, line: low + 1, column: offset - lineStarts[low]! + 1 }
}

export function findLineStarts(text: string): number[] {
  const starts = [0]
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return starts
}
