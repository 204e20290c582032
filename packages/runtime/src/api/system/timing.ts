import type { ApiContext, ApiTable } from '../api-context'

/** `wx.nextTick` and idle callbacks. Errors of callbacks are reported as the program's own. */
export function createTimingApis(context: ApiContext): ApiTable {
  const idle = new Map<number, ReturnType<typeof setTimeout>>()
  const run = (callback: unknown, where: string, ...args: unknown[]) => {
    if (typeof callback === 'function') {
      context.program.runUserCode(() => (callback as (...args: unknown[]) => unknown)(...args), where)
    }
  }
  return {
    nextTick(callback: unknown) {
      setTimeout(() => run(callback, 'nextTick callback'), 0)
    },
    requestIdleCallback(callback: unknown, _options?: unknown) {
      const id = context.nextId()
      const timer = setTimeout(() => {
        idle.delete(id)
        const deadlineMs = Date.now() + IDLE_SLICE_MS
        run(callback, 'requestIdleCallback callback', {
          didTimeout: false,
          timeRemaining: () => Math.max(0, deadlineMs - Date.now()),
        })
      }, 1)
      idle.set(id, timer)
      return id
    },
    cancelIdleCallback(id: unknown) {
      clearTimeout(idle.get(Number(id)))
      idle.delete(Number(id))
    },
  }
}

/** The worker paints nothing, so it is idle as soon as its turn is over; callbacks still get a bounded slice. */
const IDLE_SLICE_MS = 50
