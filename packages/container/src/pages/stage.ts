import type { BundleManifest, Environment, ToWorker } from '@sampan/protocol'
import type { Screen } from '../interface/screen'
import type { Text } from '../interface/texts'
import type { Theme } from '../interface/theme'
import { type Bars, createBars } from './bars'
import { type Geometry, computeGeometry } from './layout'
import { openPage, type PageMessage } from './open-page'
import type { PackageLoader } from './package-loader'
import { ownValue } from '../messages/own-fields'
import type { Page } from './page'
import { isTabPage } from './resolve-route'
import type { FrameSource } from '../sandbox/page-frame'
import { type PageSurface, createPageSurface, createSurfacePool } from './page-surface'
import { type ProgramTabs, createProgramTabs } from './program-tabs'
import { type StackChange, createPresenter } from './presenter'
import { type Router, createRouter } from './router'
import { attachSwipeBack } from './swipe-back'

/** The program's pages: their stack, their frames, their bars. */
export interface Stage {
  readonly router: Router
  readonly bars: Bars
  readonly tabs: ProgramTabs
  geometry(page: Page | undefined): Geometry
  /** What the window will be when a route opens. */
  geometryOfRoute(route: string): Geometry
  page(id: number): Page | undefined
  setTheme(theme: Theme): void
  dispose(): void
}

export interface StageParts {
  screen: Screen
  manifest: BundleManifest
  baseUrl: string
  frameSource: FrameSource
  /** Made before the manifest was there. */
  firstSurface: PageSurface
  language: string
  theme: Theme
  fast: boolean
  text: Text
  packages: PackageLoader
  send(message: ToWorker, transfer?: Transferable[]): void
  showProgress(): () => void
  onFrameMessage(page: Page, message: PageMessage): void
  onFrameFlood(page: Page): void
  onFrameBroken(page: Page, error: Error): void
  onRoute(change: StackChange): void
  onTitle(title: string): void
  onTab(index: number): void
  onBack(): void
  onHome(): void
  updateEnvironment(changes: Partial<Environment>): void
  onPageClosed(page: Page): void
}

export function createStage(parts: StageParts): Stage {
  const { screen, manifest, baseUrl } = parts
  let theme = parts.theme
  let nextPageId = 1
  const pool = createSurfacePool(() => createPageSurface(screen.stage, parts.frameSource), parts.firstSurface)
  let isPrefetched = false
  /** Once a page has painted: there is time for what may come after it. */
  const prepareNext = (): void => {
    pool.refill()
    if (isPrefetched) return
    isPrefetched = true
    void import('./prefetch-parts').then(
      ({ prefetchParts }) => prefetchParts(manifest, parts.frameSource.scripts),
      () => undefined,
    )
  }
  const tabs = createProgramTabs({ ...parts, stage: screen.stage, onSelect: parts.onTab })
  const presenter = createPresenter({ tabBar: tabs.element, fast: parts.fast })
  const bars = createBars({
    screen,
    manifest,
    text: parts.text,
    onBack: parts.onBack,
    onHome: parts.onHome,
    onTitle: parts.onTitle,
  })

  const measure = (isCustom: boolean, isTab: boolean): Geometry =>
    computeGeometry(screen.viewport(), {
      customNavigation: isCustom,
      tabBarVisible: isTab && tabs.takesRoom(),
    })
  const geometry = (page: Page | undefined): Geometry =>
    measure(page?.window.navigationStyle === 'custom', page?.isTab === true)

  const router = createRouter({
    manifest,
    packages: parts.packages,
    openPage(address, isTab) {
      const opened = openPage({
        id: nextPageId++,
        address,
        isTab,
        manifest,
        baseUrl,
        theme,
        safeArea: geometry(undefined).safeArea,
        surface: pool.take(),
        scripts: parts.frameSource.scripts,
        onMessage: parts.onFrameMessage,
        onFlood: parts.onFrameFlood,
        onBroken: parts.onFrameBroken,
      })
      opened.page.surface.element.classList.toggle('tab', isTab)
      bars.dress(opened.page)
      return opened
    },
    send: parts.send,
    updateEnvironment: (page) => parts.updateEnvironment(geometry(page)),
    showProgress: parts.showProgress,
    present(change) {
      bars.showTop(change.to, change.depth)
      tabs.select(change.to.route)
      for (const page of change.removed) parts.onPageClosed(page)
      presenter.present(change)
      void change.to.painted.then(prepareNext)
      parts.onRoute(change)
    },
  })

  attachSwipeBack({ stage: screen.stage, router, presenter })

  return {
    router,
    bars,
    tabs,
    geometry,
    geometryOfRoute: (route) =>
      measure(
        ownValue(manifest.pages, route)?.window.navigationStyle === 'custom',
        isTabPage(manifest, route),
      ),
    page: (id) => router.pages().find((page) => page.id === id),
    setTheme(next) {
      theme = next
      bars.applyTheme(next, router.pages())
      tabs.setTheme(next)
    },
    dispose() {
      pool.dispose()
      for (const page of router.pages()) {
        parts.onPageClosed(page)
        page.dispose()
      }
      screen.stage.replaceChildren()
    },
  }
}
