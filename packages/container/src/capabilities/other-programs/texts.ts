import type { TextTable } from '../../interface/texts'

export const otherProgramsTexts = {
  'leave for program': { en: 'Open another mini program?', zh_CN: '即将打开其他小程序' },
  'allow leaving': { en: 'Allow', zh_CN: '允许' },
  'no other programs here': {
    en: 'this host opens no other mini programs',
    zh_CN: '此环境无法打开其他小程序',
  },
} as const satisfies TextTable
