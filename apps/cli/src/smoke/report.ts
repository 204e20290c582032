/** What `sampan smoke --json` writes. */
export interface SmokeReport {
  project: string
  ok: boolean
  durationMs: number
  build: { errors: number; warnings: number }
  pages: PageReport[]
}

export interface PageReport {
  /** As asked for, with its query. */
  route: string
  /** No error but those of the kinds `HARMLESS_KINDS`. */
  ok: boolean
  errors: PageError[]
  /** Characters that can be read on the page. */
  textLength: number
  /** Elements in the page's frame. */
  nodeCount: number
  /** From launch to the first paint of a page with content; null if there was none. */
  firstRenderMs: number | null
  /** The page that was on top in the end, if the program went on to another. */
  finalRoute?: string
}

export interface PageError {
  /**
   * `network`: a request failed, for want of a backend or of its host. `missing-file`: a picture or the like is not in
   * the project. `api-failure`: a `wx` call failed unheard. `rejection`: a promise was rejected with a plain value.
   * `no-paint`: nothing was drawn in time.
   * `container`: a fault of Sampan's own page. The others are those of the container's `error` event.
   */
  kind: string
  message: string
  /** Place in the program's sources. */
  file?: string
  line?: number
  column?: number
  stack?: string
}

/** No answer from a backend, a file that is not there, a `wx` call or a promise that failed unheard: no code threw. */
const HARMLESS_KINDS: ReadonlySet<string> = new Set(['network', 'missing-file', 'api-failure', 'rejection'])

export function isHarmless({ kind }: PageError): boolean {
  return HARMLESS_KINDS.has(kind)
}
