import { NETWORK_ERRNO, type NetworkTaskEvent, type ReceivedHeaders } from '@sampan/protocol'
import { type ApiContext, ApiError, type AsyncApi, asyncApi } from '../api-context'

type Listener = (payload: unknown) => void

/** What `wx.request`, `wx.uploadFile` and `wx.downloadFile` answer with. */
export interface NetworkTask {
  abort(): void
  [listenerMethod: string]: unknown
}

interface TaskParts {
  api: 'request' | 'uploadFile' | 'downloadFile'
  options: unknown
  /** Names after `on` and `off`: `HeadersReceived`, `ChunkReceived`, `ProgressUpdate`. */
  events: readonly string[]
  /** Does the work and answers the result's fields. Throws `ApiError`. */
  run(options: Record<string, unknown>, taskId: number): Promise<unknown>
  /** Payload of `onProgressUpdate`. */
  progress?(sentBytes: number, expectedBytes: number): unknown
}

/**
 * Starts a task and answers its handle. The call itself never throws and never answers a promise: these APIs report
 * through callbacks only.
 */
export function startNetworkTask(context: ApiContext, parts: TaskParts): NetworkTask {
  const { api } = parts
  const taskId = context.nextId()
  const listeners = new Map<string, Set<Listener>>(parts.events.map((name) => [name, new Set()]))
  const stopped = createStop()

  function tell(name: string, payload: unknown): void {
    for (const listener of [...(listeners.get(name) ?? [])]) {
      context.program.runUserCode(() => listener(payload), `${api} on${name} callback`)
    }
  }

  const stopListening = context.on(`networkTask.${taskId}`, (payload) => {
    const event = payload as NetworkTaskEvent
    if (event.event === 'headersReceived') tell('HeadersReceived', describeHeaders(event))
    else if (event.event === 'chunkReceived') tell('ChunkReceived', { data: event.data })
    else tell('ProgressUpdate', parts.progress?.(event.sentBytes, event.expectedBytes))
  })

  // Programs replace methods of Promise by their own; `try` and `await` are out of their reach.
  const run = asyncApi(context, api, async (options) => {
    const stopWatching = interruptInBackground(context, () => stop('interrupted', NETWORK_ERRNO.interrupted))
    try {
      return await Promise.race([parts.run(options, taskId), stopped.promise])
    } finally {
      stopWatching()
      stopListening()
    }
  })

  function stop(message: string, errno?: number): void {
    context.notify('abortNetworkTask', { taskId })
    stopped.reject(new ApiError({ message, errno }))
  }

  callForCallbacks(run, parts.options)

  const task: NetworkTask = { abort: () => stop('abort') }
  for (const [name, set] of listeners) {
    task[`on${name}`] = (listener: unknown) => {
      if (typeof listener === 'function') set.add(listener as Listener)
    }
    task[`off${name}`] = (listener?: unknown) => {
      if (listener === undefined) set.clear()
      else set.delete(listener as Listener)
    }
  }
  return task
}

/** Calls so that no promise is made which nobody would catch. */
export function callForCallbacks(api: AsyncApi, options: unknown): void {
  const given = typeof options === 'object' && options !== null ? (options as Record<string, unknown>) : {}
  const { complete } = given
  api({ ...given, complete: typeof complete === 'function' ? (complete as () => void) : () => undefined })
}

function createStop() {
  let reject: (error: unknown) => void = () => undefined
  const promise = new Promise<never>((_resolve, refuse) => {
    reject = refuse
  })
  promise.catch(() => undefined)
  return { promise, reject: (error: unknown) => reject(error) }
}

/** As documented: what has not ended five seconds after the program went to the background, is broken off. */
const BACKGROUND_LIMIT_MS = 5_000

function interruptInBackground(context: ApiContext, interrupt: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const offHide = context.on('appHide', () => {
    timer ??= setTimeout(interrupt, BACKGROUND_LIMIT_MS)
  })
  const offShow = context.on('appShow', () => {
    clearTimeout(timer)
    timer = undefined
  })
  return () => {
    clearTimeout(timer)
    offHide()
    offShow()
  }
}

/**
 * Headers keep the server's spelling; programs ask for either, so each can be read in lower case and as `Set-Cookie`
 * too, without being listed twice.
 */
export function describeHeaders({ statusCode, header, cookies }: ReceivedHeaders) {
  const described: Record<string, string> = { ...header }
  for (const [name, value] of Object.entries(header)) {
    for (const alias of [name.toLowerCase(), titleCase(name)]) {
      if (!Object.hasOwn(described, alias)) Object.defineProperty(described, alias, { value })
    }
  }
  return { statusCode, header: described, cookies }
}

function titleCase(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase())
}

export function timeoutOf(options: Readonly<Record<string, unknown>>, configuredMs: number): number {
  const { timeout } = options
  return typeof timeout === 'number' && timeout > 0 ? timeout : configuredMs
}

/** Throws in the base library's words if a URL is none. */
export function requireHttpUrl(options: Readonly<Record<string, unknown>>): string {
  const { url } = options
  if (typeof url !== 'string') {
    const type = Object.prototype.toString.call(url).slice(8, -1)
    throw new ApiError({
      message: `parameter error: parameter.url should be String instead of ${type};`,
      errno: 1001,
    })
  }
  if (!/^https?:\/\/[^/\s]/i.test(url)) {
    throw new ApiError({ message: `invalid url "${url}"`, errno: NETWORK_ERRNO.invalidUrl })
  }
  return url
}
