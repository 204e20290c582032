import { en } from './en'
import type { MessageKey } from './en'
import { zh } from './zh'

export type { MessageKey }

export type Language = 'en' | 'zh'

const TABLES = { en, zh }

/** Fills `{name}` in the text of `key`. */
export type Translate = (key: MessageKey, params?: Record<string, string | number>) => string

export function createTranslate(language: Language): Translate {
  const table = TABLES[language]
  return (key, params = {}) =>
    table[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** `--language`, SAMPAN_LANG, then the system's language. */
export function chooseLanguage(wanted: string | undefined, env: NodeJS.ProcessEnv): Language {
  const first = [wanted, env.SAMPAN_LANG, env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value)
  return first?.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** First of the languages of an Accept-Language header that we have. */
export function readLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').split(',').map((each) => each.trim().toLowerCase().slice(0, 2))
  return wanted.find((each): each is Language => each === 'en' || each === 'zh') ?? 'en'
}
