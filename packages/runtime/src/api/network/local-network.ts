import { type ApiContext, ApiError, type ApiTable, asyncApi } from '../api-context'
import { createListenerApis, sameNamed } from '../listener-apis'

/**
 * TCP, UDP and mDNS, which browsers do not offer. The socket objects can be made, as on a phone without a network;
 * using them reports an error to their listeners.
 */
export function createLocalNetworkApis(context: ApiContext): ApiTable {
  return {
    createUDPSocket: () =>
      createDeadSocket(context, 'createUDPSocket', ['connect', 'send', 'write'], ['Listening']),
    createTCPSocket: () =>
      createDeadSocket(context, 'createTCPSocket', ['connect', 'write', 'bindWifi'], ['Connect', 'BindWifi']),
    startLocalServiceDiscovery: asyncApi(context, 'startLocalServiceDiscovery', () => {
      throw new ApiError({ message: 'not supported' })
    }),
    stopLocalServiceDiscovery: asyncApi(context, 'stopLocalServiceDiscovery', () => {
      throw new ApiError({ message: 'task not found' })
    }),
    ...createListenerApis(
      context,
      sameNamed([
        'LocalServiceFound',
        'LocalServiceLost',
        'LocalServiceResolveFail',
        'LocalServiceDiscoveryStop',
      ]),
    ),
  }
}

function createDeadSocket(
  context: ApiContext,
  api: string,
  methods: readonly string[],
  ownEvents: readonly string[],
): Record<string, unknown> {
  context.warn(`wx.${api}: browsers have no such sockets; using one reports an error`)
  const onError = new Set<(error: unknown) => void>()
  const socket: Record<string, unknown> = {
    close: () => undefined,
    bind: () => 0,
    setTTL: () => undefined,
    onError: (listener: unknown) => {
      if (typeof listener === 'function') onError.add(listener as (error: unknown) => void)
    },
    offError: (listener?: unknown) => {
      if (listener === undefined) onError.clear()
      else onError.delete(listener as (error: unknown) => void)
    },
  }
  for (const event of ['Message', 'Close', ...ownEvents]) {
    socket[`on${event}`] = () => undefined
    socket[`off${event}`] = () => undefined
  }
  for (const method of methods) {
    socket[method] = () => {
      queueMicrotask(() => {
        for (const listener of onError) {
          context.program.runUserCode(
            () => listener({ errMsg: `${method}:fail not supported` }),
            `${api} onError`,
          )
        }
      })
    }
  }
  return socket
}
