import { type ApiContext, type ApiTable, hostApi } from './api-context'

export function createClipboardApis(context: ApiContext): ApiTable {
  return {
    setClipboardData: hostApi(context, 'setClipboardData'),
    getClipboardData: hostApi(context, 'getClipboardData'),
  }
}
