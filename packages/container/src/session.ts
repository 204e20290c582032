import type { BundleManifest, LaunchOptions, ToWorker } from '@sampan/protocol'
import { capabilityTexts, createCapabilities } from './capabilities'
import type { ProgramStorage } from './capabilities/capability'
import { families } from './capabilities/families'
import { createInterfaceCapabilities } from './capabilities/interface'
import { createShare } from './capabilities/share'
import { createCapabilityRouter } from './capability-router'
import { describeBug, describeError } from './describe-error'
import { createEnvironment, programTheme } from './environment'
import { type TextTable, createText, interfaceTexts } from './interface/texts'
import type { Theme } from './interface/theme'
import { type PackageCode, createPackageLoader } from './pages/package-loader'
import type { Page } from './pages/page'
import type { PageSurface } from './pages/page-surface'
import { hasPage, resolveAddress, toPath } from './pages/resolve-route'
import { createStage } from './pages/stage'
import { createUserBack } from './pages/user-back'
import { createPageQuestions } from './page-questions'
import type { ProgramErrorKind } from './program-events'
import type { WorkerParts } from './program-files'
import { createProgramHost, overlayUntil } from './program-host'
import { createPartLoader } from './part-loader'
import { createMenuButton } from './menu-button'
import { prefetchLikelyParts } from './likely-parts'
import { createProgramNotices } from './program-notices'
import { type ProgramOptions, frameSource } from './program-options'
import { AUTOMATION_PATIENCE_MS, PATIENCE_MS } from './sandbox/heartbeat'
import type { World } from './sandbox/world'
import { createWidgetRouter } from './widget-router'
import { linkWorker } from './worker-link'

/** A program that has been loaded: its world, its pages and its capabilities, tied together. */
export interface Session {
  start(): Promise<void>
  open(path: string): Promise<void>
  back(): Promise<boolean>
  show(changes?: Partial<LaunchOptions>): void
  hide(): void
  setTheme(theme: Theme): void
  resize(): void
  openMenu(): void
  /** The pages go at once; the worker may still store what it has, for as long as said. */
  end(graceMs: number): void
}

export interface Loaded {
  manifest: BundleManifest
  /** Code of the main package, on its way. */
  main: Promise<PackageCode>
  world: World
  firstSurface: PageSurface
  storage: ProgramStorage & { close(): void }
  values: Record<string, string>
  parts: WorkerParts
}

export type CloseSession = (reason: 'user' | 'program' | 'failure') => void

export function createSession(options: ProgramOptions, loaded: Loaded, close: CloseSession): Session {
  const { baseUrl, screen, emit, settings } = options
  const { manifest, storage } = loaded
  const tables: TextTable[] = [interfaceTexts, ...capabilityTexts]
  const text = createText(settings.language, tables)
  const identity = { name: manifest.name || options.identity.name, icon: options.identity.icon }
  const stop = new AbortController()
  const { curtain } = screen
  const overlay = overlayUntil(screen.overlay, stop.signal)
  let isHidden = false
  let isLaunched = false

  const { world } = loaded
  const send = (message: ToWorker, transfer: Transferable[] = []) => world.port.postMessage(message, transfer)
  const log = (level: 'info' | 'warn' | 'error', line: string) =>
    emit('console', { level, args: [line], source: 'host' })
  const loadPart = createPartLoader({ tables, log })
  const notices = createProgramNotices({ overlay, text, name: identity.name, loadPart })
  const questions = createPageQuestions(send)

  const packages = createPackageLoader(manifest, baseUrl, stop.signal, {
    prepare: (id, serviceScript) => capabilities.beforePackage(id, serviceScript),
    send,
    main: loaded.main,
  })

  const stage = createStage({
    screen,
    manifest,
    baseUrl,
    frameSource: frameSource(options),
    firstSurface: loaded.firstSurface,
    language: settings.language,
    theme: programTheme(manifest, options.theme),
    fast: options.fast,
    text,
    packages,
    send,
    showProgress: notices.showProgress,
    updateEnvironment: (changes) => host.updateEnvironment(changes),
    onFrameMessage(page, message) {
      if (message.type === 'painted') notePainted(page)
      else if (message.type === 'error') {
        emit('error', { ...message, kind: 'view', pageId: page.id, route: page.route, fatal: false })
      } else if (message.type !== 'frame-ready') widgets.handle(page, message)
    },
    onFrameFlood: (page) => fail('flood', page.route),
    onFrameBroken: (_page, error) => fail('load', error.message),
    onPageClosed: (page) => widgets.closeAll(page),
    onRoute({ type, to, depth }) {
      emit('navigate', { type, route: to.route, query: to.query, depth, pageId: to.id })
    },
    onTitle: (title) => emit('titlechange', { title }),
    onBack: () => report(userBack.goBack()),
    onHome: goHome,
    onTab: (index) => report(selectTab(index)),
  })
  const { router } = stage
  const userBack = createUserBack(router, notices.askToLeave)

  const address = resolveAddress(options.path || options.launch.path || manifest.app.entryPagePath)
  if (options.path === '' && options.launch.query) address.query = options.launch.query
  const launchOptions: LaunchOptions = {
    scene: 1001,
    ...options.launch,
    path: address.route,
    query: address.query,
  }

  const host = createProgramHost({
    manifest,
    baseUrl,
    settings,
    environment: createEnvironment(options, manifest, stage.geometryOfRoute(address.route)),
    overlay,
    storage,
    text,
    loadPart,
    closeProgram: () => close('user'),
    send,
    log,
  })
  const share = createShare({
    host,
    top: router.top,
    askPage: (page, detail) => questions.ask(page.id, 'shareAppMessage', detail),
    deliver: options.deliverShare,
  })
  const widgets = createWidgetRouter(host)
  const capabilities = createCapabilityRouter({
    ready: [
      ...createCapabilities(host),
      ...createInterfaceCapabilities({
        plugins: manifest.app.plugins,
        router,
        userBack,
        bars: stage.bars,
        tabs: stage.tabs,
        exit: () => close('program'),
        restart: (path) => options.restart(path ?? ''),
        onWindowResize: () => host.updateEnvironment(stage.geometry(router.top())),
      }),
      share,
    ],
    families,
    host,
    send,
    onBug: (api, error) => log('error', `${api}: ${describeBug(error)}`),
  })

  const link = linkWorker({
    world,
    send,
    emit,
    log,
    text,
    notices,
    packages,
    questions,
    capabilities,
    routeOf: (pageId) => stage.page(pageId)?.route,
    patienceMs: options.fast ? AUTOMATION_PATIENCE_MS : PATIENCE_MS,
    isWatched: () => !isHidden && document.visibilityState === 'visible',
    fail,
    closeByUser: () => close('user'),
  })

  const openMenu = createMenuButton({
    host,
    identity,
    share,
    top: router.top,
    copyLink: async () => {
      const page = router.top()
      await options.copyLink(page ? toPath(page) : '')
      notices.tell(text('link copied'))
    },
    reopen: () => options.restart(options.path),
    tell: notices.tell,
  })

  function notePainted(page: Page): void {
    emit('painted', { route: page.route, pageId: page.id, routeMs: performance.now() - page.openedAtMs })
    if (isLaunched) return
    isLaunched = true
    curtain.lift()
    stop.signal.addEventListener('abort', prefetchLikelyParts())
    const launchMs = options.elapsedMs()
    emit('launched', { appId: manifest.appId, name: manifest.name, path: page.route, launchMs })
  }

  function fail(kind: ProgramErrorKind, message: string): void {
    if (stop.signal.aborted) return
    emit('error', { kind, message, fatal: true })
    close('failure')
  }

  function goHome(): void {
    const home = resolveAddress(manifest.app.entryPagePath)
    report(router.go('reLaunch', home))
  }

  async function selectTab(index: number): Promise<void> {
    const route = stage.tabs.routeOf(index)
    if (route === undefined) return
    if (router.top()?.route !== route) await router.go('switchTab', { route, query: {} })
    const page = router.top()
    if (page?.route !== route) return
    const detail = { index: String(index), pagePath: route, text: stage.tabs.textOf(index) }
    send({ type: 'page-event', pageId: page.id, name: 'tabItemTap', detail })
  }

  /** Nobody waits for what the user started: what goes wrong is told in the console. */
  function report(action: Promise<unknown>): void {
    action.catch((error: unknown) => log('error', describeError(error)))
  }

  /** `App.onPageNotFound` may open another page; if it does not, the user gets a way on. */
  async function openMissing(): Promise<void> {
    await packages.load(['main'])
    host.emit('pageNotFound', { path: address.route, query: address.query, isEntryPage: true })
    emit('error', { kind: 'page-not-found', message: address.route, route: address.route, fatal: false })
    // The program's answer to a message that was sent before comes after it.
    await world.alive()
    if (router.top() || router.isBusy() || stop.signal.aborted) return
    const goToEntry = () => report(router.go('appLaunch', resolveAddress(manifest.app.entryPagePath)))
    const actions = [{ label: text('go home'), run: goToEntry }]
    curtain.showProblem({ kind: 'page not found', detail: address.route, actions }, text, loadPart)
  }

  return {
    async start() {
      curtain.showLaunch(identity, text('loading'))
      screen.setTheme(host.environment().theme)
      send({
        type: 'launch',
        manifest,
        baseUrl,
        options: launchOptions,
        environment: host.environment(),
        storage: loaded.values,
        startedAtMs: performance.timeOrigin + performance.now() - options.elapsedMs(),
        parts: loaded.parts.scripts,
      })
      for (const problem of loaded.parts.problems) log('error', problem)
      if (hasPage(manifest, address.route)) await router.go('appLaunch', address)
      else await openMissing()
    },
    open: (path) => router.go('reLaunch', resolveAddress(path)),
    back: userBack.goBack,
    show(changes) {
      if (!isHidden) return
      isHidden = false
      send({ type: 'app-show', options: { ...launchOptions, ...changes } })
    },
    hide() {
      if (isHidden) return
      isHidden = true
      send({ type: 'app-hide' })
    },
    setTheme(theme) {
      const next = programTheme(manifest, theme)
      screen.setTheme(next)
      if (next === host.environment().theme) return
      host.updateEnvironment({ theme: next })
      stage.setTheme(next)
    },
    resize() {
      const before = host.environment()
      const page = router.top()
      host.updateEnvironment(page ? stage.geometry(page) : stage.geometryOfRoute(address.route))
      const { windowWidth, windowHeight, screenWidth, screenHeight, deviceOrientation } = host.environment()
      if (windowWidth === before.windowWidth && windowHeight === before.windowHeight) return
      const detail = {
        size: { windowWidth, windowHeight, screenWidth, screenHeight },
        deviceOrientation,
      }
      if (page) send({ type: 'page-event', pageId: page.id, name: 'resize', detail })
      host.emit('windowResize', detail)
    },
    openMenu: () => void openMenu(),
    end(graceMs) {
      stop.abort()
      link.stopWatching()
      screen.overlay.clear()
      curtain.lift()
      stage.dispose()
      if (graceMs > 0 && !isHidden) send({ type: 'app-hide' })
      setTimeout(() => {
        link.stop()
        capabilities.dispose()
        world.terminate()
        storage.close()
      }, graceMs)
    },
  }
}
