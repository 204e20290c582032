import type { TextTable } from '../../interface/texts'

export const scanCodeTexts = {
  scan: { en: 'Scan a code', zh_CN: '扫一扫' },
  'scan picture': { en: 'From a picture', zh_CN: '从相册选取' },
  'no code found': { en: 'There is no code in this picture.', zh_CN: '未识别到二维码或条码。' },
  'no camera': {
    en: 'There is no camera that this page may use. Type what the code says.',
    zh_CN: '无法使用摄像头，请输入码的内容。',
  },
  'code content': { en: 'Content of the code', zh_CN: '码的内容' },
} as const satisfies TextTable
