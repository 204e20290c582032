import pc from 'picocolors'
import encodeQrCode from 'qr'
import type { ProgramSummary } from '@sampan/platform-api'
import type { Demo } from '../demo/make-demo'
import type { Language } from '../messages'
import { createTranslate } from '../messages'
import { formatSeconds } from './steps'

export interface Announcement {
  language: Language
  localUrl: string
  networkUrl: string | undefined
  /** Whether `networkUrl` is the platform's address for everybody. */
  isPublic: boolean
  readyMs: number
  first: ProgramSummary | undefined
  /** Undefined: no demo. */
  demo: Demo | undefined
}

/** The one block that says where to click. */
export function describeAnnouncement(announcement: Announcement): string {
  const { language, localUrl, networkUrl, isPublic, readyMs, first, demo } = announcement
  const translate = createTranslate(language)
  const lines = [
    '',
    pc.bold(translate('ready', { time: formatSeconds(readyMs) })),
    '',
    `  ${translate('address.local')}  ${pc.cyan(localUrl)}`,
    `  ${translate('address.console')}  ${pc.cyan(`${localUrl}console/`)}`,
  ]
  if (networkUrl) {
    lines.push(
      `  ${translate(isPublic ? 'address.public' : 'address.phone')}  ${pc.cyan(networkUrl)}`,
      '',
      `  ${translate(isPublic ? 'address.scanPublic' : 'address.scan')}`,
      drawQrCode(networkUrl),
      '',
    )
  }
  if (first) {
    const url = pc.cyan(`${localUrl}#/p/${first.appId}`)
    lines.push(
      `  ${pc.bold(translate('try'))}: ${translate('try.text', { name: first.name[language], url })}`,
    )
  }
  if (demo) {
    lines.push('', `  ${translate('demo', { password: pc.bold(demo.password) })}`)
    for (const { id, email } of demo.people) {
      lines.push(`    ${pc.cyan(email.padEnd(24))} ${pc.dim(translate(`demo.${id}`))}`)
    }
  }
  lines.push('', pc.dim(translate('stop')))
  return lines.join('\n')
}

/** White on black by itself, so that it can be scanned off a terminal of any colours. */
function drawQrCode(text: string): string {
  const rows = encodeQrCode(text, 'ascii').trimEnd().split('\n')
  return rows.map((row) => `  ${pc.bgBlack(pc.whiteBright(row))}`).join('\n')
}
