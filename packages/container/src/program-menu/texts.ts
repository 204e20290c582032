import type { TextTable } from '../interface/texts'

export const programMenuTexts = {
  share: { en: 'Share', zh_CN: '转发' },
  'copy link': { en: 'Copy link', zh_CN: '复制链接' },
  settings: { en: 'Settings', zh_CN: '设置' },
  about: { en: 'About', zh_CN: '关于' },
  version: { en: 'Version', zh_CN: '版本' },
  'program id': { en: 'Program ID', zh_CN: '小程序 ID' },
  'program size': { en: 'Size', zh_CN: '大小' },
  'env.develop': { en: 'Development version', zh_CN: '开发版' },
  'env.trial': { en: 'Trial version', zh_CN: '体验版' },
  'env.release': { en: 'Released version', zh_CN: '正式版' },
} as const satisfies TextTable
