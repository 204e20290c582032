import type { LocalizedText } from '@sampan/platform-api'
import { en } from './en'
import type { TextKey } from './en'
import { zh } from './zh'

export type { TextKey }

export type Language = 'en' | 'zh_CN'

export interface Texts {
  readonly language: Language
  /** Fills `{name}` in the text of `key`. */
  get(key: TextKey, values?: Record<string, string>): string
  /** Of a text that comes in both languages. */
  pick(text: LocalizedText): string
  has(key: string): key is TextKey
}

export function createTexts(language: Language): Texts {
  const table = language === 'zh_CN' ? zh : en
  return {
    language,
    get: (key, values = {}) =>
      table[key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
    pick: (text) => (language === 'zh_CN' ? text.zh : text.en),
    has: (key): key is TextKey => Object.hasOwn(table, key),
  }
}

export function systemLanguage(): Language {
  return /^zh/i.test(navigator.language) ? 'zh_CN' : 'en'
}
