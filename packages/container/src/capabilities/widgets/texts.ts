import type { TextTable } from '../../interface/texts'

export const widgetTexts = {
  'web page.blocked': { en: 'This web page cannot be opened here', zh_CN: '无法在此打开该网页' },
  'nickname not reviewed': {
    en: 'Nicknames are not reviewed here: every one passes',
    zh_CN: '此处不审核昵称：全部通过',
  },
} as const satisfies TextTable
