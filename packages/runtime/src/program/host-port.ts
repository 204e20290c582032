import type { FromWorker, ToWorker } from '@sampan/protocol'
import { ApiError } from '../api/api-context'
import type { EventChannel } from '../api/interface/event-channel'

/** The worker's end of the port to the container: calls with answers, and everything else by type. */
export function createHostPort(
  port: MessagePort,
  handle: (message: ToWorker, ports: readonly MessagePort[]) => void,
) {
  let lastId = 0
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const openerChannels = new Map<number, EventChannel>()

  port.onmessage = (event: MessageEvent<ToWorker>) => {
    const message = event.data
    if (message.type === 'result') {
      const call = pending.get(message.id)
      pending.delete(message.id)
      openerChannels.delete(message.id)
      if (message.error) call?.reject(new ApiError(message.error))
      else call?.resolve(message.value)
    } else if (message.type === 'emit') {
      emit(message.name, message.payload)
    } else {
      handle(message, event.ports)
    }
  }

  function emit(name: string, payload: unknown): void {
    for (const listener of [...(listeners.get(name) ?? [])]) listener(payload)
  }

  function send(message: FromWorker): void {
    port.postMessage(message)
  }

  return {
    send,
    /** An event of the runtime's own, for the same listeners. */
    emit,
    call(api: string, params: unknown = {}, openerChannel?: EventChannel): Promise<unknown> {
      const id = ++lastId
      if (openerChannel) openerChannels.set(id, openerChannel)
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject })
        try {
          send({ type: 'call', id, api, params })
        } catch (error) {
          pending.delete(id)
          reject(new ApiError({ message: error instanceof Error ? error.message : String(error) }))
        }
      })
    },
    /** The channel that a `navigateTo` call brought for the page it opens. */
    openerChannelOf: (callId: number | undefined): EventChannel | undefined =>
      callId === undefined ? undefined : openerChannels.get(callId),
    notify(api: string, params: unknown = {}): void {
      send({ type: 'call', id: 0, api, params })
    },
    on(name: string, listener: (payload: unknown) => void): () => void {
      if (!listeners.has(name)) listeners.set(name, new Set())
      listeners.get(name)!.add(listener)
      return () => listeners.get(name)?.delete(listener)
    },
  }
}

export type HostPort = ReturnType<typeof createHostPort>
