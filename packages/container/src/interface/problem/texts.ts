import type { TextTable } from '../texts'

/** A title and a text for each kind of problem. */
export const problemTexts = {
  'page not found.title': { en: 'This page does not exist', zh_CN: '页面不存在' },
  'page not found.text': {
    en: 'The link may be old, or the page has moved.',
    zh_CN: '链接可能已失效，或页面已被移走。',
  },
  'failed.load.title': { en: 'The program could not be opened', zh_CN: '小程序无法打开' },
  'failed.load.text': {
    en: 'Check your connection, then try again.',
    zh_CN: '请检查网络连接后重试。',
  },
  'failed.flood.title': { en: 'The program was stopped', zh_CN: '小程序已停止' },
  'failed.flood.text': {
    en: 'It sent more messages than any program needs, so it was closed to keep everything else working.',
    zh_CN: '它发送了过多的消息。为了不影响其他功能，已将其关闭。',
  },
  'failed.died.title': { en: 'The program has stopped working', zh_CN: '小程序已停止运行' },
  'failed.died.text': { en: 'You can open it again.', zh_CN: '你可以重新打开它。' },
} as const satisfies TextTable
