import type { PreviewEvent } from '../../preview/page/preview-events'

/** Global `sampanProbe` of the preview and of the frames in it. */
export interface Probe {
  hasPainted(paintAfterErrorMs: number): PaintResult | false
  readPreview(): PreviewRecord
  waitForStillDocument(rule: QuietRule): Promise<void>
  measureContent(): PageContent
}

/** `given-up`: the program has ended, or an error was not followed by a paint. */
export type PaintResult = 'painted' | 'given-up'

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

export interface PreviewRecord {
  /** Without console lines. */
  events: PreviewEvent[]
  /** Route with query of the page on top. */
  path: string
}
