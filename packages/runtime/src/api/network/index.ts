import type { ApiContext, ApiTable } from '../api-context'
import { createLocalNetworkApis } from './local-network'
import { createNetworkStatusApis } from './network-status'
import { request } from './request'
import { createSocketApis } from './sockets'
import { downloadFile, uploadFile } from './transfer-files'

/** Requests, transfers of files, sockets. The container performs them under the program's domain lists. */
export function createNetworkApis(context: ApiContext): ApiTable {
  return {
    request: (options?: unknown) => request(context, options),
    uploadFile: (options?: unknown) => uploadFile(context, options),
    downloadFile: (options?: unknown) => downloadFile(context, options),
    ...createSocketApis(context),
    ...createNetworkStatusApis(context),
    ...createLocalNetworkApis(context),
  }
}
