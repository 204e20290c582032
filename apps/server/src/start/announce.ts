import pc from 'picocolors'
import { toString as toQrCode } from 'qrcode'
import type { ProgramSummary } from '@sampan/platform-api'
import type { Language } from '../messages'
import { createTranslate } from '../messages'
import { formatSeconds } from './steps'

export interface Announcement {
  language: Language
  localUrl: string
  networkUrl: string | undefined
  readyMs: number
  first: ProgramSummary | undefined
}

/** The one block that says where to click. */
export async function describeAnnouncement(announcement: Announcement): Promise<string> {
  const { language, localUrl, networkUrl, readyMs, first } = announcement
  const translate = createTranslate(language)
  const lines = [
    '',
    pc.bold(translate('ready', { time: formatSeconds(readyMs) })),
    '',
    `  ${translate('address.local')}  ${pc.cyan(localUrl)}`,
  ]
  if (networkUrl) {
    const code = await toQrCode(networkUrl, { type: process.stdout.isTTY ? 'terminal' : 'utf8', small: true })
    lines.push(
      `  ${translate('address.phone')}  ${pc.cyan(networkUrl)}`,
      '',
      `  ${translate('address.scan')}`,
      code,
    )
  }
  if (first) {
    const url = pc.cyan(`${localUrl}#/p/${first.appId}`)
    lines.push(
      `  ${pc.bold(translate('try'))}: ${translate('try.text', { name: first.name[language], url })}`,
    )
  }
  lines.push('', pc.dim(translate('stop')))
  return lines.join('\n')
}
