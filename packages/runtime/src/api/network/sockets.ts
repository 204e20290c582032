import { type ConnectSocketParams, NETWORK_ERRNO, type SocketEvent } from '@sampan/protocol'
import { type ApiContext, ApiError, type ApiTable, type AsyncApi, asyncApi } from '../api-context'
import { callForCallbacks, timeoutOf } from './network-task'

type Listener = (payload: unknown) => void

const MAX_SOCKETS = 5
const EVENTS = ['Open', 'Message', 'Error', 'Close'] as const
type EventName = (typeof EVENTS)[number]

/** As `SocketTask.readyState`. */
const CONNECTING = 0
const OPEN = 1
const CLOSING = 2
const CLOSED = 3

interface Socket {
  readonly task: Record<string, unknown>
  readonly send: AsyncApi
  readonly close: AsyncApi
  state(): number
}

/**
 * `wx.connectSocket` with its SocketTask, and the older functions without one (`wx.onSocketOpen`,
 * `wx.sendSocketMessage`, `wx.closeSocket`), which mean the socket that was connected last.
 */
export function createSocketApis(context: ApiContext): ApiTable {
  const sockets = new Set<Socket>()
  let latest: Socket | undefined
  const globalListeners = createListenerTable(context)

  const onLatest = (api: string, pick: (socket: Socket) => AsyncApi): AsyncApi => {
    return (options) => {
      if (latest && latest.state() !== CLOSED) return pick(latest)(options)
      return asyncApi(context, api, () => {
        throw new ApiError({ message: 'WebSocket is not connected' })
      })(options)
    }
  }

  return {
    connectSocket(options: unknown) {
      const socket = openSocket(context, options, {
        isFull: () => sockets.size >= MAX_SOCKETS,
        event(name, payload, from) {
          if (name === 'Close') sockets.delete(from)
          if (from === latest) globalListeners.tell(name, payload)
        },
      })
      if (sockets.size < MAX_SOCKETS) {
        sockets.add(socket)
        latest = socket
      }
      return socket.task
    },
    sendSocketMessage: onLatest('sendSocketMessage', (socket) => socket.send),
    closeSocket: onLatest('closeSocket', (socket) => socket.close),
    ...Object.fromEntries(
      EVENTS.flatMap((name) => [
        [`onSocket${name}`, (listener: unknown) => globalListeners.add(name, listener)],
        [`offSocket${name}`, (listener?: unknown) => globalListeners.remove(name, listener)],
      ]),
    ),
  }
}

interface SocketOwner {
  isFull(): boolean
  event(name: EventName, payload: unknown, from: Socket): void
}

function openSocket(context: ApiContext, options: unknown, owner: SocketOwner): Socket {
  const socketId = context.nextId()
  const listeners = createListenerTable(context)
  const refused = owner.isFull()
  let state = refused ? CLOSED : CONNECTING

  function tell(name: EventName, payload: unknown): void {
    listeners.tell(name, payload)
    owner.event(name, payload, socket)
  }

  function closed(code: number, reason: string): void {
    if (state === CLOSED) return
    state = CLOSED
    stopListening()
    tell('Close', { code, reason })
  }

  const stopListening = context.on(`socket.${socketId}`, (payload) => {
    const event = payload as SocketEvent
    if (event.event === 'open') {
      state = OPEN
      tell('Open', { header: {}, profile: {}, protocol: event.protocol })
    } else if (event.event === 'message') tell('Message', { data: event.data })
    else if (event.event === 'error') tell('Error', { errMsg: event.message })
    else closed(event.code, event.reason)
  })

  const connect = asyncApi(context, 'connectSocket', async (given) => {
    if (refused) throw new ApiError({ message: 'exceed max task count', errno: NETWORK_ERRNO.tooManyTasks })
    try {
      await context.call('connectSocket', readParams(context, given, socketId))
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      tell('Error', { errMsg: `connectSocket:fail ${message}` })
      closed(1006, message)
      throw error
    }
    return { socketTaskId: socketId }
  })

  const send = asyncApi(context, 'sendSocketMessage', async ({ data }) => {
    if (state !== OPEN) throw new ApiError({ message: 'SocketTask.readyState is not OPEN' })
    await context.call('sendSocketMessage', { socketId, data: readData(data) })
  })

  const close = asyncApi(context, 'closeSocket', async ({ code, reason }) => {
    if (state === CLOSED || state === CLOSING)
      throw new ApiError({ message: 'SocketTask.readyState is not OPEN' })
    const closeCode = code === undefined ? 1000 : Number(code)
    if (closeCode !== 1000 && !(closeCode >= 3000 && closeCode <= 4999)) {
      throw new ApiError({
        message: `The code must be either 1000, or between 3000 and 4999. ${String(code)} is neither.`,
      })
    }
    state = CLOSING
    await context.call('closeSocket', {
      socketId,
      code: closeCode,
      reason: reason === undefined ? '' : String(reason),
    })
  })

  const task: Record<string, unknown> = {
    socketTaskId: socketId,
    send,
    close,
    CONNECTING,
    OPEN,
    CLOSING,
    CLOSED,
  }
  Object.defineProperty(task, 'readyState', { get: () => state, enumerable: true })
  for (const name of EVENTS) {
    task[`on${name}`] = (listener: unknown) => listeners.add(name, listener)
    task[`off${name}`] = (listener?: unknown) => listeners.remove(name, listener)
  }
  const socket: Socket = { task, send, close, state: () => state }

  callForCallbacks(connect, options)
  return socket
}

function readParams(
  context: ApiContext,
  options: Record<string, unknown>,
  socketId: number,
): ConnectSocketParams {
  const { url, protocols } = options
  if (typeof url !== 'string' || !/^wss?:\/\/[^/\s]/i.test(url)) {
    throw new ApiError({ message: `invalid url "${String(url)}"`, errno: NETWORK_ERRNO.invalidUrl })
  }
  return {
    socketId,
    url,
    protocols: Array.isArray(protocols) ? protocols.map(String) : [],
    timeoutMs: timeoutOf(options, context.program.manifest.app.networkTimeout.connectSocket),
  }
}

function readData(data: unknown): string | ArrayBuffer {
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice().buffer
  const type = Object.prototype.toString.call(data).slice(8, -1)
  throw new ApiError({
    message: `parameter error: parameter.data should be String/ArrayBuffer instead of ${type};`,
    errno: 1001,
  })
}

function createListenerTable(context: ApiContext) {
  const table = new Map<EventName, Set<Listener>>(EVENTS.map((name) => [name, new Set()]))
  return {
    add(name: EventName, listener: unknown) {
      if (typeof listener === 'function') table.get(name)?.add(listener as Listener)
    },
    remove(name: EventName, listener: unknown) {
      if (listener === undefined) table.get(name)?.clear()
      else table.get(name)?.delete(listener as Listener)
    },
    tell(name: EventName, payload: unknown) {
      for (const listener of [...(table.get(name) ?? [])]) {
        context.program.runUserCode(() => listener(payload), `on${name} callback`)
      }
    },
  }
}
