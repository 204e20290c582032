import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import type { Toasts } from '../toast/toasts'

const TOLD_MS = 1_500

/**
 * `wx.setClipboardData`, which says so in a toast that `wx.hideToast` takes away, and `wx.getClipboardData`. Browsers may
 * refuse to read; then the last text set here answers.
 */
export function createClipboard(host: CapabilityHost, toasts: Toasts): Capability {
  let lastText = ''
  return {
    methods: {
      setClipboardData: method(v.object({ data: v.string() }), async ({ data }) => {
        try {
          // Missing on plain HTTP.
          await (navigator as Partial<Navigator>).clipboard!.writeText(data)
        } catch {
          throw new CapabilityError('the browser refused to write to the clipboard')
        }
        lastText = data
        const text = host.text('content copied')
        toasts.show({ kind: 'toast', text, icon: 'success', mask: false, durationMs: TOLD_MS })
      }),
      getClipboardData: method(v.object({}), async () => {
        const text = await navigator.clipboard?.readText().catch(() => undefined)
        if (text === undefined && lastText === '')
          throw new CapabilityError('no permission to read the clipboard')
        return { data: text ?? lastText }
      }),
    },
  }
}
