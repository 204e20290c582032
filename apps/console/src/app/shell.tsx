import { useState } from 'react'
import { Link, Outlet } from 'react-router'
import { BrightnessIcon, TranslateIcon, ViewListIcon } from 'tdesign-icons-react'
import { Button, Drawer, Dropdown } from 'tdesign-react'
import { useMe, useSessionChange } from '../api/session'
import { useLanguage } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Navigation } from './navigation'
import { appTexts } from './texts'
import { useTheme } from './theme'
import type { ThemeChoice } from './theme'

/** Everything around a page: brand, navigation, language, appearance, the way out. */
export function Shell() {
  const me = useMe()
  const t = useTexts(appTexts)
  const { signOut } = useSessionChange()
  const [isMenuOpen, setMenuOpen] = useState(false)
  return (
    <div className="shell">
      <header className="shell__top">
        <Button
          className="shell__menu"
          variant="text"
          shape="square"
          icon={<ViewListIcon />}
          aria-label={t('menu')}
          onClick={() => setMenuOpen(true)}
        />
        <Link className="shell__brand" to="/">
          <img src="/icon.svg" alt="" /> Sampan <small>{t('console')}</small>
        </Link>
        <a className="shell__wide" href="/" target="_blank" rel="noreferrer">
          {t('superapp')}
        </a>
        <Preferences />
        <Dropdown
          trigger="click"
          options={[
            { content: me.email, value: 'email', disabled: true },
            { content: t('signOut'), value: 'out' },
          ]}
          onClick={({ value }) => value === 'out' && void signOut()}
        >
          <Button variant="text">{me.name}</Button>
        </Dropdown>
      </header>
      <aside className="shell__side">
        <Navigation session={me} />
      </aside>
      <Drawer
        visible={isMenuOpen}
        placement="left"
        size="264px"
        header={false}
        footer={false}
        onClose={() => setMenuOpen(false)}
      >
        <Navigation session={me} onGo={() => setMenuOpen(false)} />
      </Drawer>
      <main className="shell__main">
        <Outlet />
      </main>
    </div>
  )
}

const THEMES: ThemeChoice[] = ['system', 'light', 'dark']

/** Language and appearance: also before anybody is signed in. */
export function Preferences() {
  const t = useTexts(appTexts)
  const { language, choose } = useLanguage()
  const { theme, choose: chooseTheme } = useTheme()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <>
      <Button variant="text" icon={<TranslateIcon />} onClick={() => choose(other)} lang={other}>
        {other === 'zh' ? '中文' : 'English'}
      </Button>
      <Dropdown
        trigger="click"
        options={THEMES.map((value) => ({ value, content: t(`theme.${value}`), active: value === theme }))}
        onClick={({ value }) => chooseTheme(value as ThemeChoice)}
      >
        <Button variant="text" shape="square" icon={<BrightnessIcon />} aria-label={t('theme')} />
      </Dropdown>
    </>
  )
}
