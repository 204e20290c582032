import { CapabilityError } from '../capability'

/** Requests, uploads and downloads that run at once; the others wait their turn, as documented. */
const MAX_RUNNING = 10

/** Tasks by the number that the worker gave them. */
export interface TaskQueue {
  /** Runs when there is room. `signal` fires when the task is aborted or everything ends. */
  run<Result>(taskId: number, run: (signal: AbortSignal) => Promise<Result>): Promise<Result>
  abort(taskId: number): void
  dispose(): void
}

export function createTaskQueue(): TaskQueue {
  const tasks = new Map<number, AbortController>()
  const waiting: (() => void)[] = []
  let running = 0

  function takeTurn(): Promise<void> {
    if (running < MAX_RUNNING) {
      running += 1
      return Promise.resolve()
    }
    return new Promise((resolve) => waiting.push(resolve))
  }

  /** The turn goes to the next in line, or back. */
  function endTurn(): void {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  return {
    async run(taskId, run) {
      if (tasks.has(taskId)) throw new CapabilityError('parameter error: the task runs already')
      const controller = new AbortController()
      tasks.set(taskId, controller)
      await takeTurn()
      try {
        controller.signal.throwIfAborted()
        return await run(controller.signal)
      } catch (error) {
        throw controller.signal.aborted ? new CapabilityError('abort') : error
      } finally {
        tasks.delete(taskId)
        endTurn()
      }
    },
    abort: (taskId) => tasks.get(taskId)?.abort(),
    dispose() {
      for (const controller of tasks.values()) controller.abort()
    },
  }
}
