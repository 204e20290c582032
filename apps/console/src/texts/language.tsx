import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { LocalizedText } from '@sampan/platform-api'

export type Language = 'en' | 'zh'

const STORED_AS = 'sampan.console.language'

interface LanguageChoice {
  language: Language
  choose(language: Language): void
}

const LanguageContext = createContext<LanguageChoice>({ language: 'en', choose: () => undefined })

function firstLanguage(): Language {
  const stored = localStorage.getItem(STORED_AS)
  if (stored === 'en' || stored === 'zh') return stored
  return /^zh/i.test(navigator.language) ? 'zh' : 'en'
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      choose(next) {
        localStorage.setItem(STORED_AS, next)
        setLanguage(next)
      },
    }),
    [language],
  )
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext)
}

/** For texts that come from the server in both languages. */
export function usePick(): (text: LocalizedText) => string {
  const { language } = useLanguage()
  return (text) => text[language]
}
