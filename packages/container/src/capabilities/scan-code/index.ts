import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { CODE_KINDS, type CodeKind } from './code-reader'
import { showScanner } from './scanner-sheet'

const schema = v.object({
  onlyFromCamera: v.optional(v.boolean()),
  scanType: v.optional(v.array(v.picklist(CODE_KINDS))),
})

const DEFAULT_KINDS: CodeKind[] = ['barCode', 'qrCode']

/** `wx.scanCode`: from the camera, a picture, or typed where there is no camera. */
function createScanCode(host: CapabilityHost): Capability {
  return {
    methods: {
      scanCode: method(schema, async ({ onlyFromCamera = false, scanType = DEFAULT_KINDS }) => {
        const code = await showScanner(host, { onlyFromCamera, kinds: scanType })
        if (!code) throw new CapabilityError('cancel')
        return {
          result: code.text,
          scanType: code.format,
          charSet: 'utf-8',
          rawData: toBase64(new TextEncoder().encode(code.text)),
          path: '',
        }
      }),
    },
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

export { createScanCode as create }
export { scanCodeTexts as texts } from './texts'
