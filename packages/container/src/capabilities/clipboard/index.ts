import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'

/** `wx.setClipboardData` and `wx.getClipboardData`. Browsers may refuse to read; then the last text set here answers. */
export function createClipboard(_host: CapabilityHost): Capability {
  let lastText = ''
  return {
    methods: {
      setClipboardData: method(v.object({ data: v.string() }), async ({ data }) => {
        lastText = data
        await navigator.clipboard?.writeText(data).catch(() => undefined)
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
