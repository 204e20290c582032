import type { ApiContext } from './api-context'

type Listener = (event?: unknown) => void

/** `onPlay`, `offPlay` and so on of an object that has its own events. */
export interface EventMethods {
  /** `onX` and `offX` for each name, for the object. */
  readonly methods: Record<string, (listener?: unknown) => void>
  fire(name: string, payload?: unknown): void
  clear(): void
}

/** `names` as in the API, `TimeUpdate`. */
export function createEventMethods(
  context: ApiContext,
  owner: string,
  names: readonly string[],
): EventMethods {
  const listeners = new Map<string, Set<Listener>>()
  const methods: EventMethods['methods'] = {}
  for (const name of names) {
    methods[`on${name}`] = (listener) => {
      if (typeof listener !== 'function') return
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known.add(listener as Listener))
    }
    methods[`off${name}`] = (listener) => {
      if (typeof listener === 'function') listeners.get(name)?.delete(listener as Listener)
      else listeners.delete(name)
    }
  }
  return {
    methods,
    fire(name, payload) {
      for (const listener of [...(listeners.get(name) ?? [])]) {
        context.program.runUserCode(() => listener(payload), `${owner} on${name}`)
      }
    },
    clear: () => listeners.clear(),
  }
}
