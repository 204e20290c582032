import type { TextTable } from '../../interface/texts'

export const systemTexts = {
  'debug on': {
    en: 'The program turned debugging on. Its log is in this console.',
    zh_CN: '小程序已打开调试，日志显示在此控制台。',
  },
  'debug off': { en: 'The program turned debugging off.', zh_CN: '小程序已关闭调试。' },
} as const satisfies TextTable
