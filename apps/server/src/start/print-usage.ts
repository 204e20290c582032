import type { Language, MessageKey } from '../messages'
import { createTranslate } from '../messages'
import { FIRST_PORT } from './listen'

const ROWS: [string, MessageKey][] = [
  ['--port N', 'usage.port'],
  ['--host ADDRESS', 'usage.host'],
  ['--language CODE', 'usage.language'],
  ['--programs FILE', 'usage.programs'],
  ['--data FOLDER', 'usage.data'],
  ['--public-url URL', 'usage.publicUrl'],
  ['--trust-proxy LIST', 'usage.trustProxy'],
  ['--programs-url URL', 'usage.programsUrl'],
  ['--no-demo', 'usage.noDemo'],
  ['--help', 'usage.help'],
]

export function describeUsage(language: Language): string {
  const translate = createTranslate(language)
  const rows = ROWS.map(([option, key]) => `  ${option.padEnd(20)} ${translate(key, { port: FIRST_PORT })}`)
  return [translate('usage.title'), '', ...rows].join('\n')
}
