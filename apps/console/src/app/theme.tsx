import { createContext, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { ConfigProvider } from 'tdesign-react'
import enUS from 'tdesign-react/es/locale/en_US'
import zhCN from 'tdesign-react/es/locale/zh_CN'
import { useLanguage } from '../texts/language'

export type ThemeChoice = 'system' | 'light' | 'dark'

const STORED_AS = 'sampan.console.theme'
const ThemeContext = createContext<{ theme: ThemeChoice; choose(theme: ThemeChoice): void }>({
  theme: 'system',
  choose: () => undefined,
})

/** Colours and TDesign's own words, by what the user and the system prefer. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  const [theme, setTheme] = useState<ThemeChoice>(() => {
    const stored = localStorage.getItem(STORED_AS)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  })
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      const isDark = theme === 'dark' || (theme === 'system' && system.matches)
      document.documentElement.setAttribute('theme-mode', isDark ? 'dark' : 'light')
    }
    apply()
    system.addEventListener('change', apply)
    return () => system.removeEventListener('change', apply)
  }, [theme])
  const choose = (next: ThemeChoice) => {
    localStorage.setItem(STORED_AS, next)
    setTheme(next)
  }
  return (
    <ThemeContext value={{ theme, choose }}>
      <ConfigProvider globalConfig={language === 'zh' ? zhCN : enUS}>{children}</ConfigProvider>
    </ThemeContext>
  )
}

export const useTheme = () => useContext(ThemeContext)
