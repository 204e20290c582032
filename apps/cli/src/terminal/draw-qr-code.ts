import encodeQrCode from 'qr'
import type { Terminal } from './terminal'

/** White on black by itself, so that it can be scanned off a terminal of any colours. */
export function drawQrCode(text: string, { colours }: Pick<Terminal, 'colours'>): string {
  const rows = encodeQrCode(text, 'ascii').trimEnd().split('\n')
  return rows.map((row) => `  ${colours.bgBlack(colours.whiteBright(row))}`).join('\n')
}
