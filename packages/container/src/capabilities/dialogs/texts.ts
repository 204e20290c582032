import type { TextTable } from '../../interface/texts'

export const dialogsTexts = {
  'close program': { en: 'Close this program', zh_CN: '关闭此小程序' },
} as const satisfies TextTable
