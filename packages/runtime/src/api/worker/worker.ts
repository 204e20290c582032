import { type ApiContext, type ApiTable, failureOf } from '../api-context'
import { createEventMethods } from '../event-methods'
import { natives } from '../natives'
import { workerPrelude } from './worker-prelude'

type FromThread = { started: true } | { message: unknown } | { error: string }

/** `wx.createWorker`: a thread of the program's own, one at a time, for scripts of the folder `app.workers`. */
export function createWorkerApis(context: ApiContext): ApiTable {
  let current: { terminate(): void } | undefined

  return {
    createWorker(scriptPath: unknown) {
      const path = String(scriptPath).replace(/^\//, '')
      const folder = context.program.manifest.app.workers
      if (!folder || !path.startsWith(`${folder}/`)) {
        throw new Error(`createWorker:fail ${path} is not in the folder "workers" of app.json`)
      }
      if (current) throw new Error('createWorker:fail exceed max concurrent worker limit')
      const worker = startThread(context, path, () => {
        current = undefined
      })
      current = worker
      return worker
    },
  }
}

function startThread(context: ApiContext, path: string, onEnd: () => void): { terminate(): void } {
  const events = createEventMethods(context, 'Worker', ['Message', 'Error', 'ProcessKilled'])
  const waiting: unknown[] = []
  let thread: Worker | undefined
  let started = false
  let ended = false

  function fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(failureOf('createWorker', error).errMsg)
    context.warn(`Worker ${path}: ${message}`)
    events.fire('Error', { message })
  }

  function receive(data: FromThread): void {
    if ('message' in data) return events.fire('Message', data.message)
    if ('error' in data) return fail(new Error(data.error))
    started = true
    for (const message of waiting.splice(0)) thread?.postMessage({ message })
  }

  async function start(): Promise<void> {
    if (!natives.Worker) throw new Error('this environment has no threads')
    const { script } = (await context.call('loadWorkerScript')) as { script: string }
    if (ended) return
    const url = natives.URL.createObjectURL(
      new natives.Blob([workerPrelude(), script], { type: 'text/javascript' }),
    )
    thread = new natives.Worker(url)
    thread.onmessage = ({ data }: MessageEvent<FromThread>) => receive(data)
    thread.onerror = (event) => {
      event.preventDefault()
      fail(new Error(event.message))
    }
    thread.postMessage({ start: path })
  }
  start().catch(fail)

  return {
    ...events.methods,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    postMessage(message: unknown) {
      if (ended) return
      if (started) thread?.postMessage({ message })
      else waiting.push(structuredClone(message))
    },
    terminate() {
      ended = true
      thread?.terminate()
      events.clear()
      onEnd()
    },
  } as { terminate(): void }
}
