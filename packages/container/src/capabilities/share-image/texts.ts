import type { TextTable } from '../../interface/texts'

export const shareImageTexts = {
  'share picture': { en: 'Share this picture', zh_CN: '分享图片' },
  'send on': { en: 'Send', zh_CN: '转发' },
  'keep picture': { en: 'Save', zh_CN: '保存图片' },
} as const satisfies TextTable
