/** How bad a diagnostic is. An `error` means that the part it names does not work; a build goes on past it. */
export type Severity = 'error' | 'warning' | 'info'

/** A problem in the user's project, as data. Collected, never thrown. */
export interface Diagnostic {
  /** Stable code out of the compiler's catalogue, for example `json-syntax`. */
  code: string
  severity: Severity
  /** One sentence, without a place and without a full stop. */
  message: string
  /** Path relative to the project root, with `/`. Absent when the project as a whole is meant. */
  file?: string
  /** 1-based. */
  line?: number
  /** 1-based, in UTF-16 units. */
  column?: number
  /** What to do next. */
  help?: string
  /** What was filled into the catalogue's texts, so that another language can be made of the same diagnostic. */
  params?: Record<string, string | number>
}
