import type { TextTable } from '../../interface/texts'

export const subscribeMessageTexts = {
  'subscribe.title': { en: 'Send you these messages', zh_CN: '给你发送以下消息' },
  'subscribe.keep': {
    en: 'Always keep these choices and do not ask again',
    zh_CN: '总是保持以上选择，不再询问',
  },
  'subscribe.allow': { en: 'Allow', zh_CN: '允许' },
  'subscribe.reject': { en: 'Not now', zh_CN: '取消' },
} as const satisfies TextTable
