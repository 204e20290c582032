import type { RunCommand } from '../command'
import { reachableFromPhone } from '../platform/choose-server'
import { drawQrCode } from '../terminal/draw-qr-code'
import { sendVersion } from './send-version'

/** `sampan preview` */
export const run: RunCommand = async (args, terminal) => {
  const { print, translate, colours } = terminal
  const sent = await sendVersion(args, 'preview', terminal)
  if (!sent) return 1
  const { version, isJson, page } = sent
  const url = page ? `${version.url}&path=${encodeURIComponent(page)}` : version.url
  if (isJson) {
    print(JSON.stringify({ ok: true, url, version }, null, 2))
    return 0
  }
  print(`${translate('previewScan')}\n${drawQrCode(await reachableFromPhone(url), terminal)}`)
  print(`  ${colours.cyan(url)}`)
  return 0
}
