import type { ApiContext, ApiTable } from './api-context'

type Listener = (payload: unknown) => void

/**
 * `wx.on<Event>(listener)` and `wx.off<Event>(listener)`: API name after `on` → event of `ApiContext.on`. `off`
 * without a listener takes all away. `start` runs before the first listener is added, `stop` after the last is gone.
 */
export function createListenerApis(
  context: ApiContext,
  events: Readonly<Record<string, ListenerSource>>,
): ApiTable {
  const table: ApiTable = {}
  for (const [suffix, source] of Object.entries(events))
    Object.assign(table, listenerPair(context, suffix, source))
  return table
}

export interface ListenerSource {
  event: string
  start?: () => void
  stop?: () => void
  /** What the listener gets, from the event's payload. */
  map?: (payload: unknown) => unknown
}

/** For events of the same name as the API: `['AppShow']` gives `onAppShow` on event `appShow`. */
export function sameNamed(suffixes: readonly string[]): Record<string, ListenerSource> {
  return Object.fromEntries(
    suffixes.map((suffix) => [suffix, { event: suffix.charAt(0).toLowerCase() + suffix.slice(1) }]),
  )
}

function listenerPair(context: ApiContext, suffix: string, source: ListenerSource): ApiTable {
  const removers = new Map<Listener, () => void>()

  function remove(listener: Listener): void {
    removers.get(listener)?.()
    removers.delete(listener)
    if (removers.size === 0) source.stop?.()
  }

  return {
    [`on${suffix}`]: (listener?: Listener) => {
      if (typeof listener !== 'function' || removers.has(listener)) return
      if (removers.size === 0) source.start?.()
      const off = context.on(source.event, (payload) => {
        const value = source.map ? source.map(payload) : payload
        context.program.runUserCode(() => listener(value), `on${suffix} callback`)
      })
      removers.set(listener, off)
    },
    [`off${suffix}`]: (listener?: Listener) => {
      if (listener === undefined || listener === null) for (const each of [...removers.keys()]) remove(each)
      else if (removers.has(listener)) remove(listener)
    },
  }
}
