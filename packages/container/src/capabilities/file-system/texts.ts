import type { TextTable } from '../../interface/texts'

export const fileSystemTexts = {
  'document.save': { en: 'Save', zh_CN: '保存' },
  'document.noViewer': {
    en: 'This kind of file cannot be shown here. Save it to open it with another program.',
    zh_CN: '此类文件无法在这里预览，请保存后用其他程序打开。',
  },
} as const satisfies TextTable
