import * as z from 'zod/mini'
import { ActionSheet } from '../../interface/action-sheet'
import { cssColor } from '../../interface/theme'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { resolveProgramUrl } from '../program-url'
import { createModals } from './modals'
import { createToasts } from './toasts'

const text = z.string().check(z.maxLength(20_000))
const optionalText = z.optional(text)

/** Modals, action sheets, toasts and the loading sign. `closeProgram` is the way out of a program that keeps asking. */
export function createUi(host: CapabilityHost, closeProgram: () => void): Capability {
  const modals = createModals(host, closeProgram)
  const toasts = createToasts(host)
  return {
    methods: {
      showModal: method(
        z.object({
          title: optionalText,
          content: optionalText,
          showCancel: z.optional(z.boolean()),
          cancelText: optionalText,
          cancelColor: optionalText,
          confirmText: optionalText,
          confirmColor: optionalText,
          editable: z.optional(z.boolean()),
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
        z.object({
          alertText: optionalText,
          itemList: z.array(text).check(z.minLength(1), z.maxLength(100)),
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
        z.object({
          title: z.optional(z.unknown()),
          icon: z.optional(z.string()),
          image: optionalText,
          duration: z.optional(z.number()),
          mask: z.optional(z.boolean()),
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
        z.object({ title: z.optional(z.unknown()), mask: z.optional(z.boolean()) }),
        ({ title, mask }) =>
          toasts.show({ kind: 'loading', text: clipTitle(title), icon: 'loading', mask: mask ?? false }),
      ),
      hideToast: method(z.object({ noConflict: z.optional(z.boolean()) }), ({ noConflict }) =>
        toasts.hide('toast', noConflict ?? false),
      ),
      hideLoading: method(z.object({ noConflict: z.optional(z.boolean()) }), ({ noConflict }) =>
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
