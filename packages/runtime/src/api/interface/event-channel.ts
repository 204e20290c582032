type Listener = (...args: unknown[]) => void

/** One end of the channel between a page and the page that opened it. What one end emits, the other end hears. */
export interface EventChannel {
  emit(name: string, ...args: unknown[]): EventChannel
  on(name: string, listener: Listener): EventChannel
  once(name: string, listener: Listener): EventChannel
  off(name: string, listener?: Listener): EventChannel
}

/** Events that nobody listens to yet are kept for the first listener, up to this many. */
const MAX_WAITING = 100

export type RunUserCode = (run: () => unknown, where: string) => unknown

/** `opener` goes to `navigateTo`'s result, `opened` is what the new page's `getOpenerEventChannel()` answers. */
export function createEventChannelPair(runUserCode: RunUserCode): {
  opener: EventChannel
  opened: EventChannel
} {
  const toOpener = createListenerList(runUserCode)
  const toOpened = createListenerList(runUserCode)
  return { opener: createEnd(toOpener, toOpened), opened: createEnd(toOpened, toOpener) }
}

interface ListenerList {
  add(name: string, listener: Listener, once: boolean): void
  remove(name: string, listener: Listener | undefined): void
  dispatch(name: string, args: unknown[]): void
}

function createListenerList(runUserCode: RunUserCode): ListenerList {
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  let waiting: { name: string; args: unknown[] }[] = []

  function dispatch(name: string, args: unknown[]): void {
    const present = listeners.get(name)
    if (!present || present.length === 0) {
      if (waiting.length < MAX_WAITING) waiting.push({ name, args })
      return
    }
    listeners.set(
      name,
      present.filter((each) => !each.once),
    )
    for (const { listener } of present) runUserCode(() => listener(...args), `event channel ${name}`)
  }

  return {
    dispatch,
    add(name, listener, once) {
      if (typeof listener !== 'function') return
      listeners.set(name, [...(listeners.get(name) ?? []), { listener, once }])
      const missed = waiting.filter((each) => each.name === name)
      waiting = waiting.filter((each) => each.name !== name)
      for (const { args } of missed) dispatch(name, args)
    },
    remove(name, listener) {
      if (listener === undefined) listeners.delete(name)
      else {
        listeners.set(
          name,
          (listeners.get(name) ?? []).filter((each) => each.listener !== listener),
        )
      }
    },
  }
}

function createEnd(own: ListenerList, other: ListenerList): EventChannel {
  const end: EventChannel = {
    emit(name, ...args) {
      other.dispatch(String(name), args)
      return end
    },
    on(name, listener) {
      own.add(String(name), listener, false)
      return end
    },
    once(name, listener) {
      own.add(String(name), listener, true)
      return end
    },
    off(name, listener) {
      own.remove(String(name), listener)
      return end
    },
  }
  return end
}
