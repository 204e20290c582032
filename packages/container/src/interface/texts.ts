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
