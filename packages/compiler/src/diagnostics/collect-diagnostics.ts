import type { Diagnostic } from '@sampan/protocol'
import { type Report, diagnose } from './diagnose'

export interface DiagnosticCollection {
  diagnostics: Diagnostic[]
  report: Report
  add(diagnostics: readonly Diagnostic[]): void
}

/** Beyond this, one more problem of a file helps nobody; a hostile file could have millions. */
const LIMIT_PER_FILE = 200

export function collectDiagnostics(): DiagnosticCollection {
  const diagnostics: Diagnostic[] = []
  const counts = new Map<string, number>()

  /** Whether the file has room for one more. */
  function count(file: string): boolean {
    const before = counts.get(file) ?? 0
    counts.set(file, before + 1)
    if (before === LIMIT_PER_FILE) {
      diagnostics.push(diagnose('more-problems', { limit: LIMIT_PER_FILE }, file === '' ? {} : { file }))
    }
    return before < LIMIT_PER_FILE
  }

  return {
    diagnostics,
    report: (code, params, place) => {
      if (count(place.file ?? '')) diagnostics.push(diagnose(code, params, place))
    },
    add: (more) => {
      for (const diagnostic of more) if (count(diagnostic.file ?? '')) diagnostics.push(diagnostic)
    },
  }
}
