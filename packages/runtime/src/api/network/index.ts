import type { ApiContext, ApiTable } from '../api-context'
import { createNetworkStatusApis } from './network-status'
import { request } from './request'

/** What nearly every program uses of the network. The container performs it under the program's domain lists. */
export function createNetworkApis(context: ApiContext): ApiTable {
  return {
    request: (options?: unknown) => request(context, options),
    ...createNetworkStatusApis(context),
  }
}
