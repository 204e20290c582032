import { type ApiContext, ApiError, type ApiTable, asyncApi } from '../api-context'
import { createHostApis, readParameters, type ParameterList } from '../host-apis'
import { requireArray } from '../parameters'

const MODAL: ParameterList = {
  title: 'String?',
  content: 'String?',
  showCancel: 'Boolean?',
  cancelText: 'String?',
  cancelColor: 'String?',
  confirmText: 'String?',
  confirmColor: 'String?',
  editable: 'Boolean?',
  placeholderText: 'String?',
}
const MAX_BUTTON_LENGTH = 4
const MAX_SHEET_ITEMS = 6

/** Toast, loading, modal, action sheet, and the question before a page is left. The container draws them. */
export function createInteractionApis(context: ApiContext): ApiTable {
  return {
    ...createHostApis(context, {
      showToast: {
        title: 'String',
        icon: 'String?',
        image: 'String?',
        duration: 'Number?',
        mask: 'Boolean?',
      },
      hideToast: { noConflict: 'Boolean?' },
      showLoading: { title: 'String', mask: 'Boolean?' },
      hideLoading: { noConflict: 'Boolean?' },
      enableAlertBeforeUnload: { message: 'String' },
      disableAlertBeforeUnload: {},
    }),
    showModal: asyncApi(context, 'showModal', (options) => {
      for (const name of ['cancelText', 'confirmText']) {
        const text = options[name]
        if (typeof text === 'string' && [...text].length > MAX_BUTTON_LENGTH) {
          throw new ApiError({
            message: `${name} length should not larger than ${MAX_BUTTON_LENGTH} Chinese characters`,
          })
        }
      }
      return context.call('showModal', readParameters(options, MODAL))
    }),
    showActionSheet: asyncApi(context, 'showActionSheet', (options) => {
      const items = requireArray(options, 'itemList')
      if (items.length === 0) {
        throw new ApiError({ message: 'parameter error: itemList should have at least 1 item' })
      }
      if (items.length > MAX_SHEET_ITEMS) {
        throw new ApiError({
          message: `parameter error: itemList should not have more than ${MAX_SHEET_ITEMS} items`,
        })
      }
      const parameters = readParameters(options, { alertText: 'String?', itemColor: 'String?' })
      return context.call('showActionSheet', { ...parameters, itemList: items.map(String) })
    }),
  }
}
