import type { BundleManifest, FrameToHost, ToWorker } from '@sampan/protocol'
import type { Screen } from '../interface/screen'
import type { Text } from '../interface/texts'
import type { Theme } from '../interface/theme'
import { type Bars, createBars } from './bars'
import { type Geometry, computeGeometry } from './layout'
import { openPage, programScriptUrl } from './open-page'
import type { PackageLoader } from './package-loader'
import type { Page } from './page'
import { createPageSurface, createSurfacePool } from './page-surface'
import { type StackChange, createPresenter } from './presenter'
import { type Router, createRouter } from './router'

/** The program's pages: their stack, their frames, their bars. */
export interface Stage {
  readonly router: Router
  readonly bars: Bars
  geometry(page: Page | undefined): Geometry
  page(id: number): Page | undefined
  setTheme(theme: Theme): void
  dispose(): void
}

export interface StageParts {
  screen: Screen
  manifest: BundleManifest
  baseUrl: string
  viewScriptUrl: string
  language: string
  theme: Theme
  fast: boolean
  text: Text
  packages: PackageLoader
  send(message: ToWorker, transfer?: Transferable[]): void
  showProgress(): () => void
  onFrameMessage(page: Page, message: FrameToHost): void
  onFrameFlood(page: Page): void
  onRoute(change: StackChange): void
  onTitle(title: string): void
  onHome(): void
}

export function createStage(parts: StageParts): Stage {
  const { screen, manifest, baseUrl } = parts
  let theme = parts.theme
  let nextPageId = 1
  const frameSource = {
    viewScript: parts.viewScriptUrl,
    bundle: baseUrl,
    programScripts: manifest.packages
      .filter((info) => info.hasViewScript)
      .map(({ id }) => programScriptUrl(baseUrl, id)),
    language: parts.language,
  }
  const pool = createSurfacePool(() => createPageSurface(screen.stage, frameSource))
  const presenter = createPresenter({ tabBar: screen.stage, fast: parts.fast })
  const bars = createBars({
    screen,
    manifest,
    text: parts.text,
    onBack: () => void router.back(1).catch(() => undefined),
    onHome: parts.onHome,
    onTitle: parts.onTitle,
  })

  const geometry = (page: Page | undefined): Geometry =>
    computeGeometry(screen.viewport(), {
      customNavigation: page?.window.navigationStyle === 'custom',
      tabBarVisible: false,
    })

  const router = createRouter({
    manifest,
    packages: parts.packages,
    async openPage(address, isTab) {
      const opened = await openPage({
        id: nextPageId++,
        address,
        isTab,
        manifest,
        baseUrl,
        theme,
        safeArea: geometry(undefined).safeArea,
        surface: pool.take(),
        onMessage: parts.onFrameMessage,
        onFlood: parts.onFrameFlood,
      })
      bars.dress(opened.page)
      return opened
    },
    send: parts.send,
    environmentFor: geometry,
    showProgress: parts.showProgress,
    present(change) {
      bars.showTop(change.to, change.depth)
      presenter.present(change)
      parts.onRoute(change)
    },
  })

  return {
    router,
    bars,
    geometry,
    page: (id) => router.pages().find((page) => page.id === id),
    setTheme(next) {
      theme = next
      bars.applyTheme(next, router.pages())
    },
    dispose() {
      presenter.dispose()
      pool.dispose()
      for (const page of router.pages()) page.dispose()
      screen.stage.replaceChildren()
    },
  }
}
