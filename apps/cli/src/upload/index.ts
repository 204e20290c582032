import type { RunCommand } from '../command'
import { formatSize } from '../terminal/format-quantity'
import { sendVersion } from './send-version'

/** `sampan upload` */
export const run: RunCommand = async (args, terminal) => {
  const { print, translate, colours } = terminal
  const sent = await sendVersion(args, 'development', terminal)
  if (!sent) return 1
  const { version, isJson } = sent
  if (isJson) {
    print(JSON.stringify({ ok: true, version }, null, 2))
    return 0
  }
  const size = formatSize(version.sizeBytes)
  print(colours.green(translate('uploadDone', { number: version.number, appId: version.appId, size })))
  for (const { root, sizeBytes } of version.packages) {
    print(`  ${root || translate('mainPackage')}  ${formatSize(sizeBytes)}`)
  }
  print(`  ${colours.cyan(version.url)}`)
  return 0
}
