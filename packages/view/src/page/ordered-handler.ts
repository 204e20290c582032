import type { ToFrame } from '@sampan/protocol'

/** Starts what a message has to wait for; undefined if there is nothing. Called in the order of the messages. */
export type Preparation = (message: ToFrame) => Promise<void> | undefined

/** Handles messages one after the other, each when all it needs is here. */
export function createOrderedHandler(
  preparations: readonly Preparation[],
  handle: (message: ToFrame) => void,
): (message: ToFrame) => void {
  let waiting: Promise<unknown> | undefined
  return (message) => {
    const prepared = preparations.flatMap((prepare) => prepare(message) ?? [])
    if (!waiting && prepared.length === 0) {
      handle(message)
      return
    }
    const turn = Promise.all([waiting, ...prepared]).then(() => handle(message))
    const settled = turn
      .catch((error: unknown) => reportError(error))
      .then(() => {
        if (waiting === settled) waiting = undefined
      })
    waiting = settled
  }
}
