import { type ApiContext, type ApiTable, asyncApi } from '../api-context'
import { createHostApis } from '../host-apis'
import { createListenerApis } from '../listener-apis'

/** Which network the device is on. The container tells of changes with `networkStatusChange`. */
export function createNetworkStatusApis(context: ApiContext): ApiTable {
  return {
    getNetworkType: asyncApi(context, 'getNetworkType', () => ({
      networkType: context.environment.networkType,
      hasSystemProxy: false,
      weakNet: false,
    })),
    ...createHostApis(context, { getLocalIPAddress: {} }),
    ...createListenerApis(context, {
      NetworkStatusChange: { event: 'networkStatusChange' },
      NetworkWeakChange: { event: 'networkWeakChange' },
    }),
  }
}
