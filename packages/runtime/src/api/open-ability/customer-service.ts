import { type ApiContext, type ApiTable } from '../api-context'
import { createHostApis } from '../host-apis'

/** Conversations with the program's operator. */
export function createCustomerServiceApis(context: ApiContext): ApiTable {
  return createHostApis(context, {
    openCustomerServiceChat: {
      extInfo: 'Object',
      corpId: 'String',
      showMessageCard: 'Boolean?',
      sendMessageTitle: 'String?',
      sendMessagePath: 'String?',
    },
  })
}
