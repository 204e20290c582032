import type { ProgramEvents } from '@sampan/container'

type Names = 'launched' | 'error' | 'console' | 'navigate' | 'painted' | 'titlechange' | 'closed'

/** Something that the program did, in order. `timeMs` counts from the opening of the page. */
export type PreviewEvent =
  | { [Name in Names]: { name: Name; timeMs: number; detail: ProgramEvents[Name] } }[Names]
  /** The program starts, also again: what came before it is gone from `events`. */
  | { name: 'started'; timeMs: number; detail: { path: string } }

/** `window.sampanPreview`, for automation and for the page around the preview. */
export interface SampanPreview {
  /** The latest events since the program started, oldest first. */
  readonly events: readonly PreviewEvent[]
  /** Calls back with all later events. Returns the way to stop. */
  subscribe(listener: (event: PreviewEvent) => void): () => void
  /** Starts the program again, at a route with query, or where it is. */
  restart(path?: string): void
  /** Route with query of the page on top, '' before the first. */
  readonly path: string
}

export const EVENT_NAMES: readonly Names[] = [
  'launched',
  'error',
  'console',
  'navigate',
  'painted',
  'titlechange',
  'closed',
]

/** A program may log without end. */
const KEPT_EVENTS = 2_000

export interface EventLog {
  readonly events: PreviewEvent[]
  add(event: PreviewEvent): void
  clear(): void
  subscribe(listener: (event: PreviewEvent) => void): () => void
}

export function createEventLog(): EventLog {
  const events: PreviewEvent[] = []
  const listeners = new Set<(event: PreviewEvent) => void>()
  return {
    events,
    clear() {
      events.length = 0
    },
    add(event) {
      if (events.length >= KEPT_EVENTS) events.shift()
      events.push(event)
      for (const listener of listeners) listener(event)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
