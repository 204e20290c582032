import { type ApiContext, type ApiTable, ApiError } from '../api-context'
import { createHostApis, readParameters } from '../host-apis'
import { privacyApi } from './privacy'

/** Login, the user's settings, payment, messages, addresses. */
export function createAccountApis(context: ApiContext): ApiTable {
  return {
    ...createHostApis(context, {
      login: {},
      checkSession: {},
      getUserInfo: { withCredentials: 'Boolean?', lang: 'String?' },
      authorize: { scope: 'String' },
      getSetting: { withSubscriptions: 'Boolean?' },
      openSetting: { withSubscriptions: 'Boolean?' },
      requestPayment: {
        timeStamp: 'String',
        nonceStr: 'String',
        package: 'String',
        signType: 'String?',
        paySign: 'String',
      },
      requestSubscribeMessage: { tmplIds: 'Array' },
      chooseInvoiceTitle: {},
    }),
    getUserProfile: privacyApi(context, 'getUserProfile', (options) => {
      const params = readParameters(options, { desc: 'String', lang: 'String?' })
      if ((params.desc as string).length > 30)
        throw new ApiError({ message: 'desc length does not meet the requirements' })
      return context.call('getUserProfile', params)
    }),
    chooseAddress: privacyApi(context, 'chooseAddress', () => context.call('chooseAddress')),
    chooseLicensePlate: privacyApi(context, 'chooseLicensePlate', () => context.call('chooseLicensePlate')),
  }
}
