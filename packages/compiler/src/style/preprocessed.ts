import type { LocateStyle, StyleProblem } from './style-problem'

/** What a preprocessor makes of a file. */
export interface Preprocessed {
  css: string
  /** Other files that went into it, with their content; undefined for those that were looked for in vain. */
  inputs: Map<string, string | undefined>
  problems: StyleProblem[]
  /** Finds the source of a place in `css`. Asked only when there is something to report. */
  makeLocate?: () => Promise<LocateStyle>
}
