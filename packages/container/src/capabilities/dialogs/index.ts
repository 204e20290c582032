import * as v from 'valibot'
import { ActionSheet } from '../../interface/action-sheet'
import { cssColor } from '../../interface/theme'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { createModals } from './modals'

const text = v.pipe(v.string(), v.maxLength(20_000))
const optionalText = v.optional(text)

/** Modals and action sheets, one after the other. */
function createDialogs(host: CapabilityHost): Capability {
  const modals = createModals(host)
  return {
    methods: {
      showModal: method(
        v.object({
          title: optionalText,
          content: optionalText,
          showCancel: v.optional(v.boolean()),
          cancelText: optionalText,
          cancelColor: optionalText,
          confirmText: optionalText,
          confirmColor: optionalText,
          editable: v.optional(v.boolean()),
          placeholderText: optionalText,
        }),
        async (params) => {
          const { choice, content } = await modals.ask({
            title: params.title ?? '',
            content: params.content ?? '',
            ...(params.showCancel === false ? {} : { cancelText: params.cancelText || host.text('cancel') }),
            confirmText: params.confirmText || host.text('confirm'),
            cancelColor: cssColor(params.cancelColor),
            confirmColor: cssColor(params.confirmColor),
            editable: params.editable ?? false,
            placeholder: params.placeholderText ?? '',
          })
          const confirm = choice === 'confirm'
          return { confirm, cancel: !confirm, content: params.editable && confirm ? content : null }
        },
      ),
      showActionSheet: method(
        v.object({
          alertText: optionalText,
          itemList: v.pipe(v.array(text), v.minLength(1), v.maxLength(100)),
          itemColor: optionalText,
        }),
        async ({ alertText, itemList, itemColor }) => {
          const tapIndex = await modals.inTurn(() =>
            host.overlay.show<number>((close) => {
              const sheet = new ActionSheet()
              sheet.content = {
                alertText: alertText ?? '',
                items: itemList,
                itemColor: cssColor(itemColor),
                cancelText: host.text('cancel'),
              }
              sheet.onResult = close
              return sheet
            }),
          )
          if (tapIndex < 0) throw new CapabilityError('cancel')
          return { tapIndex }
        },
      ),
    },
  }
}

export { createDialogs as create }
export { dialogsTexts as texts } from './texts'
