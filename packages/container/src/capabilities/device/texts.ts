import type { TextTable } from '../../interface/texts'

export const deviceTexts = {
  'call number': { en: 'Call this number?', zh_CN: '拨打此号码？' },
  call: { en: 'Call', zh_CN: '呼叫' },
  'write message': { en: 'Write a text message?', zh_CN: '发送短信？' },
  open: { en: 'Open', zh_CN: '打开' },
  'save contact': { en: 'Save this contact?', zh_CN: '保存此联系人？' },
  'save event': { en: 'Add this event to the calendar?', zh_CN: '添加到日历？' },
  save: { en: 'Save', zh_CN: '保存' },
  'screen may turn off': {
    en: 'This browser does not let a page keep the screen on.',
    zh_CN: '此浏览器不允许页面保持屏幕常亮。',
  },
} as const satisfies TextTable
