import * as v from 'valibot'
import { finiteNumber } from '../number-schemas'
import { ActionSheet } from '../../interface/action-sheet'
import { cssColor } from '../../interface/theme'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { resolveProgramUrl } from '../program-url'
import { createModals } from './modals'
import { createToasts } from './toasts'

const text = v.pipe(v.string(), v.maxLength(20_000))
const optionalText = v.optional(text)

/** Modals, action sheets, toasts and the loading sign. `closeProgram` is the way out of a program that keeps asking. */
export function createUi(host: CapabilityHost, closeProgram: () => void): Capability {
  const modals = createModals(host, closeProgram)
  const toasts = createToasts(host)
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
      showToast: method(
        v.object({
          title: v.optional(v.unknown()),
          icon: v.optional(v.string()),
          image: optionalText,
          duration: v.optional(finiteNumber),
          mask: v.optional(v.boolean()),
        }),
        ({ title, icon, image, duration, mask }) =>
          toasts.show({
            kind: 'toast',
            text: clipTitle(title),
            icon: icon === 'error' || icon === 'loading' || icon === 'none' ? icon : 'success',
            image: image ? resolveProgramUrl(host, image) : undefined,
            durationMs: duration ?? 1_500,
            mask: mask ?? false,
          }),
      ),
      showLoading: method(
        v.object({ title: v.optional(v.unknown()), mask: v.optional(v.boolean()) }),
        ({ title, mask }) =>
          toasts.show({ kind: 'loading', text: clipTitle(title), icon: 'loading', mask: mask ?? false }),
      ),
      hideToast: method(v.object({ noConflict: v.optional(v.boolean()) }), ({ noConflict }) =>
        toasts.hide('toast', noConflict ?? false),
      ),
      hideLoading: method(v.object({ noConflict: v.optional(v.boolean()) }), ({ noConflict }) =>
        toasts.hide('loading', noConflict ?? false),
      ),
    },
    dispose: toasts.dispose,
  }
}

/** Programs pass numbers and undefined too; the base library shows what they look like. */
function clipTitle(title: unknown): string {
  if (title === undefined || title === null) return ''
  return String(title).slice(0, 1_000)
}
