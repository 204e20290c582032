import type { FromFrame } from '@sampan/protocol'
import { isWanted, type PathEntry } from './tree/event-path'
import type { NativeEvent } from './native-event'
import type { ViewScripts } from './view-scripts/view-scripts'

/** Sends events to the worker, after the program's WXS handlers of the frame (if it has any) have had them. */
export function createEventSender(post: (message: FromFrame) => void, scripts: ViewScripts | undefined) {
  let seq = 0
  const startMs = performance.now()

  function postEvent(node: number, event: NativeEvent, offsets?: number[]): void {
    post({
      type: 'event',
      seq: ++seq,
      node,
      name: event.name,
      detail: event.detail,
      bubbles: event.bubbles,
      ...(event.touches ? { touches: event.touches, changedTouches: event.changedTouches ?? [] } : {}),
      ...(offsets ? { offsets } : {}),
      timeStamp: Math.round(performance.now() - startMs),
    })
  }

  return {
    lastSeq: () => seq,
    nextSeq: () => ++seq,
    /** An event of a built-in component that the runtime answers, whatever the program listens to. */
    sendToRuntime(node: number, event: NativeEvent): void {
      postEvent(node, event)
    },
    /** Answers false if a WXS handler stopped the event. */
    send(path: readonly PathEntry[], event: NativeEvent): boolean {
      const reach = event.bubbles ? path : path.slice(0, 1)
      if (reach.length === 0 || !isWanted(reach, event.name)) return true
      const stoppedAt = scripts?.runListeners(reach, event)
      const passed = stoppedAt === undefined ? reach : reach.slice(0, reach.indexOf(stoppedAt) + 1)
      const last = passed.findLastIndex(({ facts }) => facts.listeners?.[event.name])
      if (last >= 0) postEvent(reach[0]!.facts.id, event, offsetsOf(passed.slice(0, last + 1)))
      return stoppedAt === undefined
    },
  }
}

/** Of everything that a handler may name as `target` or `currentTarget`. */
function offsetsOf(path: readonly PathEntry[]): number[] {
  return path.flatMap(({ element, facts }) => [facts.id, element.offsetLeft, element.offsetTop])
}

export type EventSender = ReturnType<typeof createEventSender>
