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
  retry: { en: 'Try again', zh_CN: '重试' },
  wait: { en: 'Wait', zh_CN: '继续等待' },
  reopen: { en: 'Reopen', zh_CN: '重新打开' },
  share: { en: 'Share', zh_CN: '转发' },
  'copy link': { en: 'Copy link', zh_CN: '复制链接' },
  'link copied': { en: 'Link copied', zh_CN: '链接已复制' },
  'cannot be shared': { en: 'This page cannot be shared', zh_CN: '当前页面不可转发' },
  settings: { en: 'Settings', zh_CN: '设置' },
  about: { en: 'About', zh_CN: '关于' },
  'close program': { en: 'Close this program', zh_CN: '关闭此小程序' },
  'go home': { en: 'Go to the home page', zh_CN: '返回首页' },
  version: { en: 'Version', zh_CN: '版本' },
  'program id': { en: 'Program ID', zh_CN: '小程序 ID' },
  'program size': { en: 'Size', zh_CN: '大小' },
  'env.develop': { en: 'Development version', zh_CN: '开发版' },
  'env.trial': { en: 'Trial version', zh_CN: '体验版' },
  'env.release': { en: 'Released version', zh_CN: '正式版' },
  'not responding.title': { en: '“{name}” is not responding', zh_CN: '“{name}”没有响应' },
  'not responding.text': {
    en: 'It has been busy for a while. You can wait, or close it.',
    zh_CN: '它已经忙碌了一段时间。你可以继续等待，或关闭它。',
  },
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
  'dropped messages': {
    en: '{count} messages of the program were dropped: it sends too many',
    zh_CN: '已丢弃小程序的 {count} 条消息：发送过于频繁',
  },
  'dropped console lines': { en: '{count} console lines were left out', zh_CN: '已省略 {count} 行日志' },
  'invalid message': { en: 'An invalid message was refused', zh_CN: '已拒绝一条无效的消息' },
  'leave page': { en: 'Leave', zh_CN: '离开' },
  'picker.year': { en: 'Year', zh_CN: '年' },
  'picker.month': { en: 'Month', zh_CN: '月' },
  'picker.day': { en: 'Day', zh_CN: '日' },
  'picker.hour': { en: 'Hour', zh_CN: '时' },
  'picker.minute': { en: 'Minute', zh_CN: '分' },
  'picker.column': { en: 'Column {number}', zh_CN: '第 {number} 列' },
  'web page.blocked': { en: 'This web page cannot be opened here', zh_CN: '无法在此打开该网页' },
  'nickname not reviewed': {
    en: 'Nicknames are not reviewed here: every one passes',
    zh_CN: '此处不审核昵称：全部通过',
  },
  done: { en: 'Done', zh_CN: '完成' },
} as const satisfies TextTable

export type Text = (key: string, values?: Record<string, string | number>) => string

/** Later tables win. A key that no table has is answered as it is, so that a missing text is seen. */
export function createText(language: Language, tables: readonly TextTable[]): Text {
  return (key, values = {}) => {
    const entry = tables.findLast((table) => Object.hasOwn(table, key))?.[key]
    const text = entry ? entry[language] : key
    return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    )
  }
}
