import * as v from 'valibot'
import { type Capability, type CapabilityHost, method } from '../capability'
import { finiteNumber } from '../number-schemas'
import { resolveProgramUrl } from '../program-url'
import type { Toasts } from './toasts'

/** Toasts and the loading sign. */
export function createToast(host: CapabilityHost, toasts: Toasts): Capability {
  return {
    methods: {
      showToast: method(
        v.object({
          title: v.optional(v.unknown()),
          icon: v.optional(v.string()),
          image: v.optional(v.pipe(v.string(), v.maxLength(20_000))),
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
