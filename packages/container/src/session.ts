import type { BundleManifest, Environment, FromWorker, LaunchOptions, ToWorker } from '@sampan/protocol'
import { capabilityTexts, createCapabilities } from './capabilities'
import type { CapabilityHost, ProgramStorage } from './capabilities/capability'
import { createInterfaceCapabilities } from './capabilities/interface'
import { permissionsOf } from './capabilities/setting/permissions'
import { createCapabilityRouter } from './capability-router'
import { describeDevice } from './device'
import { createText, interfaceTexts } from './interface/texts'
import type { Theme } from './interface/theme'
import { createPackageLoader } from './pages/package-loader'
import { type PageAddress, hasPage, packagesOf, resolveAddress } from './pages/resolve-route'
import { createStage } from './pages/stage'
import type { ProgramOptions } from './program'
import type { ProgramErrorKind } from './program-events'
import { receiveFromWorker } from './receive-from-worker'
import { startHeartbeat } from './sandbox/heartbeat'
import { createWorld } from './sandbox/world'
import { STORAGE_LIMIT_KB } from './storage/program-storage'

/** A program that has been loaded: its world, its pages and its capabilities, tied together. */
export interface Session {
  start(): Promise<void>
  open(path: string): Promise<void>
  back(): Promise<boolean>
  show(changes?: Partial<LaunchOptions>): void
  hide(): void
  setTheme(theme: Theme): void
  resize(): void
  /** The pages go at once; the worker may still store what it has, for as long as said. */
  end(graceMs: number): void
}

export interface Loaded {
  manifest: BundleManifest
  workerScript: string
  storage: ProgramStorage & { close(): void }
  values: Record<string, string>
}

export function createSession(
  options: ProgramOptions,
  loaded: Loaded,
  close: (failed: ProgramErrorKind | undefined) => void,
): Session {
  const { baseUrl, screen, emit, settings } = options
  const { manifest, storage } = loaded
  const text = createText(settings.language, [interfaceTexts, ...capabilityTexts])
  const stop = new AbortController()
  const launchedAtMs = performance.now()
  let hidden = false

  const world = createWorld(screen.mount, loaded.workerScript, {
    onPong: () => heartbeat.pong(),
    onDeath: (message) => fail('died', message),
  })
  const send = (message: ToWorker, transfer: Transferable[] = []) => world.port.postMessage(message, transfer)
  const log = (level: 'info' | 'warn' | 'error', line: string) =>
    emit('console', { level, args: [line], source: 'host' })

  const packages = createPackageLoader(manifest, baseUrl, stop.signal, {
    prepare: (id, serviceScript) => capabilities.beforePackage(id, serviceScript),
    send,
  })
  const stage = createStage({
    screen,
    manifest,
    baseUrl,
    viewScriptUrl: `${options.runtimeUrl}view.js`,
    language: settings.language,
    theme: programTheme(options.theme),
    fast: options.fast,
    text,
    packages,
    send,
    showProgress: () => () => undefined,
    onFrameMessage(page, message) {
      if (message.type === 'painted') notePainted(page)
      if (message.type === 'error') {
        emit('error', { ...message, kind: 'view', pageId: page.id, route: page.route, fatal: false })
      }
    },
    onFrameFlood: (page) => fail('flood', page.route),
    onRoute({ type, to, depth }) {
      emit('navigate', { type, route: to.route, query: to.query, depth, pageId: to.id })
    },
    onTitle: (title) => emit('titlechange', { title }),
    onHome: () => void stage.router.go('reLaunch', resolveAddress(manifest.app.entryPagePath)),
  })

  const address = resolveAddress(options.path || options.launch.path || manifest.app.entryPagePath)
  if (options.path === '' && options.launch.query) address.query = options.launch.query
  const launchOptions: LaunchOptions = {
    scene: 1001,
    ...options.launch,
    path: address.route,
    query: address.query,
  }

  let environment: Environment = {
    ...describeDevice(),
    ...stage.geometry(undefined),
    theme: programTheme(options.theme),
    language: settings.language,
    envVersion: settings.envVersion,
    version: options.version,
    authSetting: {},
    storageLimitKb: STORAGE_LIMIT_KB,
  }

  const host: CapabilityHost = {
    appId: manifest.appId,
    manifest,
    baseUrl,
    settings,
    environment: () => environment,
    updateEnvironment(changes) {
      environment = { ...environment, ...changes }
      send({ type: 'environment', changes })
    },
    emit: (name, payload) => send({ type: 'emit', name, payload }),
    overlay: screen.overlay,
    text,
    storage,
    authorize: (scope) => permissionsOf(host).authorize(scope),
    log,
  }

  const capabilities = createCapabilityRouter({
    families: Object.values({
      ...createCapabilities(host),
      ...createInterfaceCapabilities({
        router: stage.router,
        exit: () => close(undefined),
        restart: (path) => options.restart(path ?? ''),
      }),
    }),
    send,
    onBug: (api, error) =>
      log('error', `${api}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  })

  const stopReceiving = receiveFromWorker(world.port, {
    onMessage,
    onDropped: (what, count) => log('warn', text(`dropped ${what}`, { count })),
    onInvalid: () => log('error', text('invalid message')),
    onFlood: () => fail('flood', text('flood')),
  })

  const heartbeat = startHeartbeat({
    ping: world.ping,
    isWatching: () => !hidden && document.visibilityState === 'visible',
    onSilence: () => emit('error', { kind: 'not-responding', message: text('not responding'), fatal: false }),
    onRecovery: () => undefined,
  })

  function onMessage(message: FromWorker): void {
    switch (message.type) {
      case 'ready':
      case 'page-ready':
        return
      case 'call':
        return capabilities.handle(message)
      case 'reply':
        return
      case 'load-package':
        packages
          .load([message.id])
          .catch((error: unknown) => send({ type: 'package-failed', id: message.id, message: String(error) }))
        return
      case 'console':
        return emit('console', { level: message.level, args: message.args, source: 'program' })
      case 'error': {
        const { type: _type, ...details } = message
        const route = message.pageId === undefined ? undefined : stage.page(message.pageId)?.route
        return emit('error', { ...details, ...(route ? { route } : {}), fatal: false })
      }
    }
  }

  function notePainted(page: { id: number; route: string; openedAtMs: number }): void {
    emit('painted', { route: page.route, pageId: page.id, routeMs: performance.now() - page.openedAtMs })
    if (page.id !== 1) return
    emit('launched', {
      appId: manifest.appId,
      name: manifest.name,
      path: page.route,
      launchMs: performance.now() - launchedAtMs,
    })
  }

  function fail(kind: ProgramErrorKind, message: string): void {
    emit('error', { kind, message, fatal: true })
    close(kind)
  }

  function programTheme(theme: Theme): Theme {
    return manifest.app.darkmode ? theme : 'light'
  }

  return {
    async start() {
      send({
        type: 'launch',
        manifest,
        baseUrl,
        options: launchOptions,
        environment,
        storage: loaded.values,
      })
      if (hasPage(manifest, address.route)) {
        await stage.router.go('appLaunch', address)
      } else {
        await packages.load(['main'])
        host.emit('pageNotFound', { path: address.route, query: address.query, isEntryPage: true })
      }
    },
    async open(path) {
      const target: PageAddress = resolveAddress(path)
      await stage.router.go('reLaunch', target)
    },
    async back() {
      if (stage.router.stack().length < 2) return false
      await stage.router.back(1)
      return true
    },
    show(changes) {
      if (!hidden) return
      hidden = false
      send({ type: 'app-show', options: { ...launchOptions, ...changes } })
    },
    hide() {
      if (hidden) return
      hidden = true
      send({ type: 'app-hide' })
    },
    setTheme(theme) {
      const next = programTheme(theme)
      screen.setTheme(next)
      if (next === environment.theme) return
      host.updateEnvironment({ theme: next })
      host.emit('themeChange', { theme: next })
      stage.setTheme(next)
    },
    resize() {
      host.updateEnvironment(stage.geometry(stage.router.top()))
    },
    end(graceMs) {
      stop.abort()
      heartbeat.stop()
      screen.overlay.clear()
      stage.dispose()
      if (graceMs > 0 && !hidden) send({ type: 'app-hide' })
      setTimeout(() => {
        stopReceiving()
        capabilities.dispose()
        world.terminate()
        storage.close()
      }, graceMs)
    },
  }
}
