import type { ToFrame } from '@sampan/protocol'

const SCHEME = 'wxfile://'
const MAX_DEPTH = 6

/**
 * Files that the program made or chose (`wxfile://…`). The container has their bytes; here each gets a URL that
 * elements can show. A message that names one waits until it is here, so that components can ask at once.
 */
export interface ProgramFiles {
  /** Undefined for files that are not there, and for other paths. */
  urlOf(path: string): string | undefined
  /** Fetches what the message names and this frame lacks; undefined if there is nothing to wait for. */
  prepare(message: ToFrame): Promise<void> | undefined
  /** A style text with addresses that the browser knows. */
  resolveStyle(style: string): string
}

/** `fetchFile` answers null for a file that is not there. */
export function createProgramFiles(fetchFile: (path: string) => Promise<Blob | null>): ProgramFiles {
  const urls = new Map<string, string | null>()

  async function load(path: string): Promise<void> {
    const content = await fetchFile(path).catch(() => null)
    const old = urls.get(path)
    urls.set(path, content && URL.createObjectURL(content))
    if (old) URL.revokeObjectURL(old)
  }

  return {
    urlOf: (path) => urls.get(path) ?? undefined,
    prepare(message) {
      const paths = pathsIn(message).filter((path) => !urls.has(path) || mayChange(path))
      return paths.length === 0 ? undefined : Promise.all(paths.map(load)).then(() => undefined)
    },
    resolveStyle: (style) =>
      style.includes(SCHEME) ? style.replace(PATH_IN_TEXT, (path) => urls.get(path) ?? path) : style,
  }
}

/** Ends where a style's `url(…)` does. */
const PATH_IN_TEXT = /wxfile:\/\/[^\s"'()]+/g

/** Temporary and saved files are written once; the program's own may have other bytes each time. */
function mayChange(path: string): boolean {
  return path.startsWith(`${SCHEME}usr/`)
}

function pathsIn(message: ToFrame): string[] {
  const found = new Set<string>()
  if (message.type === 'batch') for (const value of message.batch.values) collect(value, found, 0)
  if (message.type === 'call') collect(message.args, found, 0)
  return [...found]
}

function collect(value: unknown, found: Set<string>, depth: number): void {
  if (typeof value === 'string') {
    if (value.includes(SCHEME)) for (const path of pathsOfText(value)) found.add(path)
  } else if (typeof value === 'object' && value !== null && depth < MAX_DEPTH && !ArrayBuffer.isView(value)) {
    for (const item of Object.values(value)) collect(item, found, depth + 1)
  }
}

/** The whole text, or each path in a style or in HTML. */
function pathsOfText(text: string): string[] {
  return text.startsWith(SCHEME) ? [text] : (text.match(PATH_IN_TEXT) ?? [])
}
