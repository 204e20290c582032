export type Language = 'en' | 'zh_CN'

/** key → text in each language; `{name}` is replaced by a value. */
export type TextTable = Readonly<Record<string, Readonly<Record<Language, string>>>>

export const interfaceTexts = {
  back: { en: 'Back', zh_CN: '返回' },
  home: { en: 'Home', zh_CN: '首页' },
  menu: { en: 'Menu', zh_CN: '菜单' },
  close: { en: 'Close', zh_CN: '关闭' },
  cancel: { en: 'Cancel', zh_CN: '取消' },
  confirm: { en: 'OK', zh_CN: '确定' },
  loading: { en: 'Loading', zh_CN: '加载中' },
  wait: { en: 'Wait', zh_CN: '继续等待' },
  reopen: { en: 'Reopen', zh_CN: '重新打开' },
  'content copied': { en: 'Content copied', zh_CN: '内容已复制' },
  'link copied': { en: 'Link copied', zh_CN: '链接已复制' },
  'cannot be shared': { en: 'This page cannot be shared', zh_CN: '当前页面不可转发' },
  'go home': { en: 'Go to the home page', zh_CN: '返回首页' },
  'not responding.title': { en: '“{name}” is not responding', zh_CN: '“{name}”没有响应' },
  'not responding.text': {
    en: 'It has been busy for a while. You can wait, or close it.',
    zh_CN: '它已经忙碌了一段时间。你可以继续等待，或关闭它。',
  },
  'dropped messages': {
    en: '{count} messages of the program were dropped: it sends too many',
    zh_CN: '已丢弃小程序的 {count} 条消息：发送过于频繁',
  },
  'dropped console lines': { en: '{count} console lines were left out', zh_CN: '已省略 {count} 行日志' },
  'invalid message': { en: 'An invalid message was refused', zh_CN: '已拒绝一条无效的消息' },
  allow: { en: 'Allow', zh_CN: '允许' },
  deny: { en: 'Deny', zh_CN: '拒绝' },
  'part not loaded': {
    en: 'This could not be loaded. Check your connection, then try again.',
    zh_CN: '加载失败，请检查网络后重试。',
  },
  'leave page': { en: 'Leave', zh_CN: '离开' },
} as const satisfies TextTable

export type Text = (key: string, values?: Record<string, string | number>) => string

/** Later tables win; tables may still be added. A key that no table has is answered as it is, so that a missing text is seen. */
export function createText(language: Language, tables: readonly TextTable[]): Text {
  return (key, values = {}) => {
    const entry = tables.findLast((table) => Object.hasOwn(table, key))?.[key]
    const text = entry ? entry[language] : key
    return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    )
  }
}
