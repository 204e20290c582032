import type { BundleManifest, WindowConfig } from '@sampan/protocol'
import type { Screen } from '../interface/screen'
import type { Text } from '../interface/texts'
import { type Theme, themedWindow } from '../interface/theme'
import type { Page } from './page'

/** Navigation bars of the pages, and what follows the page on top: the menu button's style, the title outside. */
export interface Bars {
  /** Dresses a page that has just been opened, before it is seen. */
  dress(page: Page): void
  /** `page` is on top of `depth` pages. */
  showTop(page: Page, depth: number): void
  /** What an API sets on one page; it stays through changes of the theme. */
  change(page: Page, overrides: Partial<WindowConfig>, animation?: string): void
  setLoading(page: Page, loading: boolean): void
  hideHomeButton(page: Page): void
  applyTheme(theme: Theme, pages: readonly Page[]): void
}

export interface BarsParts {
  screen: Screen
  manifest: BundleManifest
  text: Text
  onBack(): void
  onHome(): void
  onTitle(title: string): void
}

export function createBars(parts: BarsParts): Bars {
  const { screen, manifest, text } = parts
  let top: Page | undefined
  let title: string | undefined

  function paint(page: Page, animation = '0s'): void {
    const { element, navigationBar } = page.surface
    const { window } = page
    navigationBar.animation = animation
    navigationBar.titleText = window.navigationBarTitleText
    page.surface.frame.element.title = window.navigationBarTitleText || page.route
    navigationBar.background = window.navigationBarBackgroundColor
    navigationBar.textStyle = window.navigationBarTextStyle
    element.classList.toggle('custom-navigation', window.navigationStyle === 'custom')
    element.style.setProperty('--page-background', window.backgroundColor)
    if (page === top) paintTop(page)
  }

  function paintTop(page: Page): void {
    screen.setCapsuleStyle(page.window.navigationBarTextStyle)
    if (title === page.window.navigationBarTitleText) return
    title = page.window.navigationBarTitleText
    parts.onTitle(title)
  }

  /** As documented: a page at the bottom that is neither the entry page nor a tab page gets a way home. */
  function buttonOf(page: Page, depth: number): 'none' | 'back' | 'home' {
    if (depth > 1) return 'back'
    if (page.isTab || page.route === manifest.app.entryPagePath || page.homeButtonHidden) return 'none'
    return 'home'
  }

  return {
    dress(page) {
      const { navigationBar } = page.surface
      navigationBar.labels = { back: text('back'), home: text('home'), loading: text('loading') }
      navigationBar.addEventListener('back', () => parts.onBack())
      navigationBar.addEventListener('home', () => parts.onHome())
      paint(page)
    },
    showTop(page, depth) {
      top = page
      page.surface.navigationBar.button = buttonOf(page, depth)
      paintTop(page)
    },
    change(page, overrides, animation) {
      Object.assign(page.overrides, overrides)
      Object.assign(page.window, overrides)
      paint(page, animation)
    },
    setLoading(page, loading) {
      page.surface.navigationBar.loading = loading
    },
    hideHomeButton(page) {
      page.homeButtonHidden = true
      if (page.surface.navigationBar.button === 'home') page.surface.navigationBar.button = 'none'
    },
    applyTheme(theme, pages) {
      for (const page of pages) {
        page.window = { ...themedWindow(page.config.window, manifest, theme), ...page.overrides }
        page.send({ type: 'theme', theme })
        paint(page)
      }
    },
  }
}
