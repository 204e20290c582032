/** Global `sampanProbe` of the preview and of the frames in it. */
export interface Probe {
  hasPainted(rule: PaintRule): PaintResult | false
  readPreview(): PreviewRecord
  waitForStillDocument(rule: QuietRule): Promise<void>
  measureContent(): PageContent
}

/**
 * `blank`: the page is open, and has nothing to draw (its template shows nothing yet). `given-up`: the program has ended,
 * or an error was not followed by a paint.
 */
export type PaintResult = 'painted' | 'blank' | 'given-up'

export interface PaintRule {
  /** A page that has thrown may still paint. */
  paintAfterErrorMs: number
  /** A page that was opened, has not thrown and still paints nothing is blank. */
  blankAfterMs: number
}

/**
 * When a page counts as settled: nothing in its frame has changed for `quietMs` and no request is under way, or
 * `longestMs` have passed (carousels and countdowns never settle).
 */
export interface QuietRule {
  quietMs: number
  longestMs: number
}

export interface PageContent {
  /** Characters that can be read, with runs of white space as one. */
  textLength: number
  /** Elements of the body. */
  nodeCount: number
}

/** What smoke needs of the preview's events. */
export interface PreviewRecord {
  /** From the program's start to the first paint; null if there was none. */
  firstRenderMs: number | null
  errors: ProgramError[]
  /** Route with query of the page on top. */
  path: string
}

/** The container's `error` event. */
export interface ProgramError {
  kind: string
  message: string
  stack?: string
}
