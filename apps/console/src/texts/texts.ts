import { useCallback } from 'react'
import { useLanguage } from './language'

/** The texts of one area. The second table has to have the keys of the first. */
export interface AreaTexts<Key extends string> {
  en: Record<Key, string>
  zh: Record<Key, string>
}

/** Fills `{name}` in the text of `key`. */
export type Translate<Key extends string> = (key: Key, values?: Record<string, string | number>) => string

export function defineTexts<Key extends string>(
  en: Record<Key, string>,
  zh: Record<NoInfer<Key>, string>,
): AreaTexts<Key> {
  return { en, zh }
}

export function useTexts<Key extends string>(texts: AreaTexts<Key>): Translate<Key> {
  const { language } = useLanguage()
  return useCallback(
    (key, values = {}) =>
      texts[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    [texts, language],
  )
}

/** For keys that are made of a code: undefined for a code without a text. */
export function findText(texts: AreaTexts<string>, language: 'en' | 'zh', key: string): string | undefined {
  return Object.hasOwn(texts[language], key) ? texts[language][key] : undefined
}
