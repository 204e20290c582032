import { createWxsBuiltIns, type Environment, type LaunchOptions, type ToWorker } from '@sampan/protocol'
import { createWx } from '../api'
import type { ApiContext, ProgramView } from '../api/api-context'
import type { PerformanceEntryRecord } from '../api/system/performance'
import {
  createComponentRegistry,
  createInstancePrototype,
  createTemplateLoader,
  onKernelError,
  onKernelWarning,
  type RawDefinition,
} from '../kernel'
import { createWxWebAssembly } from '../api/wx-web-assembly'
import { createApp } from './app'
import type { HostPort } from './host-port'
import { createInstanceServices } from './instance-services'
import { createModuleLoader } from './module-loader'
import { createPackages } from './packages'
import { createPageStack } from './page-stack'
import { createProgramConsole, createProgramFunction, toPreview } from './program-globals'
import { createPluginGlobals } from './plugin-globals'
import { createRouteReports } from './route-reports'
import type { KeptNatives } from './sealed-globals'
import { settleAnswer } from './settle-answer'
import { createStyleSheets } from './style-sheets'
import { createComponentEvents } from './component-events'

type Launch = Extract<ToWorker, { type: 'launch' }>

/** One running mini program: everything that lives from its launch to the end of its worker. */
export function createProgram(launch: Launch, host: HostPort, natives: KeptNatives) {
  const { manifest, baseUrl } = launch
  const environment: Environment = { ...launch.environment }
  let enterOptions: LaunchOptions = launch.options
  const programConsole = createProgramConsole((level, args) => host.send({ type: 'console', level, args }))
  const warned = new Set<string>()

  function warn(text: string): void {
    if (warned.has(text)) return
    warned.add(text)
    programConsole.warn(text)
  }

  function reportError(
    error: unknown,
    where: string,
    pageId?: number,
    kind: 'uncaught' | 'unhandled-rejection' = 'uncaught',
  ): void {
    const message = messageOf(error)
    const stack = error instanceof Error ? error.stack : undefined
    host.send({ type: 'error', kind, message: where ? `${message} (${where})` : message, stack, pageId })
    if (kind === 'uncaught') app.notify('onError', 'error', `${message}\n${stack ?? ''}`)
  }

  function runUserCode<T>(run: () => T, where: string): T | undefined {
    try {
      return run()
    } catch (error) {
      reportError(error, where)
      return undefined
    }
  }

  onKernelError(reportError)
  onKernelWarning(warn)

  const app = createApp({ runUserCode, emit: host.emit })
  const styleSheets = createStyleSheets(manifest)
  const templates = createTemplateLoader(createWxsBuiltIns(programConsole), reportError)
  const modules = createModuleLoader({
    isComponent: (path) => Object.hasOwn(manifest.components, path),
    alias: manifest.app.resolveAlias,
    loadPackageOf: (path) => packages.load(packages.packageOf(path)),
    reportError,
  })

  const programView: ProgramView = {
    manifest,
    launchOptions: launch.options,
    get enterOptions() {
      return enterOptions
    },
    currentPage: () => stack.current(),
    pages: () => stack.all(),
    pageOf: (instance) => stack.pageOf(instance),
    runUserCode,
  }
  let lastId = 0
  const context: ApiContext = {
    call: host.call,
    notify: host.notify,
    on: host.on,
    environment,
    baseUrl,
    program: programView,
    storage: launch.storage,
    warn,
    nextId: () => ++lastId,
  }
  const wx = createWx(context)
  const registry = createComponentRegistry({
    manifest,
    templates,
    instancePrototype: createInstancePrototype(createInstanceServices(wx, context, () => stack)),
    loadComponentModule(path) {
      const config = manifest.components[path]
      if (!config || !packages.has(config.packageId)) return false
      modules.runFile(path)
      return true
    },
    requestPackage(id) {
      packages.load(id).then(
        () => registry.packageLoaded(id),
        (error: unknown) => reportError(error, `package ${id}`),
      )
    },
    reportError,
  })
  const stack = createPageStack({
    manifest,
    environment,
    registry,
    styleSheets,
    runUserCode,
    reportError,
    componentEvent: createComponentEvents(wx, context),
    openerChannelOf: host.openerChannelOf,
    pageOpened: (pageId) => host.emit('pageOpened', pageId),
    pageReady: (pageId) => host.send({ type: 'page-ready', pageId }),
    reportRoute: createRouteReports({
      emit: host.emit,
      now: nowMs,
      launchedAtMs: launch.startedAtMs ?? nowMs(),
    }),
  })

  const programGlobal = globalThis as unknown as Record<string, unknown>
  const globals: Record<string, unknown> = {
    wx,
    App: (definition: unknown) => app.define(definition),
    Page: (definition: RawDefinition) => registry.definePage(modules.currentComponent, definition ?? {}),
    Component: (definition: RawDefinition) =>
      registry.defineComponent(modules.currentComponent, definition ?? {}),
    Behavior: (definition: RawDefinition) => registry.defineBehavior(definition ?? {}),
    getApp: (options?: { allowDefault?: boolean }) => app.getApp(options),
    getCurrentPages: () => stack.all().map((page) => page.instance),
    ...createPluginGlobals({
      plugins: manifest.app.plugins ?? {},
      load: modules.load,
      console: programConsole,
    }),
    __wxConfig: manifest.app.extra,
    console: programConsole,
    WXWebAssembly: createWxWebAssembly(context),
    Function: createProgramFunction(programGlobal),
    global: programGlobal,
    globalThis: programGlobal,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
  }
  const packages = createPackages({
    manifest,
    globals,
    request: (id) => host.send({ type: 'load-package', id }),
    runScript: (text, name) => natives.runScript(text, baseUrl + name),
    addModules: modules.add,
    addTemplates: templates.add,
    reportError,
  })

  natives.addGlobalListener('error', (event: ErrorEvent) => {
    event.preventDefault()
    reportError(event.error ?? new Error(event.message), '')
  })
  natives.addGlobalListener('unhandledrejection', (event: PromiseRejectionEvent) => {
    event.preventDefault()
    const reason: unknown = event.reason
    reportError(reason, '', undefined, 'unhandled-rejection')
    app.notify('onUnhandledRejection', 'unhandledRejection', { reason, promise: event.promise })
  })

  host.on('pageNotFound', (payload) => app.callHandler('onPageNotFound', payload))

  function packageArrived(message: Extract<ToWorker, { type: 'package' }>): void {
    const info = manifest.packages.find((known) => known.id === message.id)
    styleSheets.add(message.styles)
    const startTime = nowMs()
    packages.arrived(message.id, message.serviceScript)
    const script = { moduleName: info?.root || '__APP__', fileList: [`packages/${message.id}/service.js`] }
    const entry: PerformanceEntryRecord = {
      name: 'evaluateScript',
      entryType: 'script',
      startTime,
      duration: nowMs() - startTime,
      ...script,
    }
    host.emit('performanceEntry', entry)
    if (info?.root === '') {
      modules.runFile('app')
      app.launch(launch.options)
    }
  }

  return {
    handle(message: ToWorker, ports: readonly MessagePort[]): void {
      switch (message.type) {
        case 'package':
          packageArrived(message)
          return
        case 'package-failed':
          packages.failed(message.id, message.message)
          return
        case 'route':
          stack.route(message, ports)
          return
        case 'app-show':
          enterOptions = message.options
          app.show(message.options)
          stack.showTop()
          return
        case 'app-hide':
          stack.hideTop()
          app.hide()
          return
        case 'page-event': {
          const page = stack.byId(message.pageId)
          const answer = page?.callHandler(HANDLERS[message.name], message.detail)
          if (message.replyId !== undefined) reply(message.replyId, answer)
          return
        }
        case 'environment': {
          const themeBefore = environment.theme
          Object.assign(environment, message.changes)
          if (environment.theme !== themeBefore)
            app.notify('onThemeChange', 'themeChange', { theme: environment.theme })
          return
        }
        default:
          return
      }
    },
  }

  function reply(replyId: number, answer: unknown): void {
    const onFailure = (error: unknown): void => reportError(error, 'page event')
    settleAnswer(answer, onFailure).then(
      (value) => host.send({ type: 'reply', replyId, value: toPreview(value, 0, new Set()) }),
      onFailure,
    )
  }
}

export type Program = ReturnType<typeof createProgram>

const HANDLERS = {
  shareAppMessage: 'onShareAppMessage',
  shareTimeline: 'onShareTimeline',
  addToFavorites: 'onAddToFavorites',
  tabItemTap: 'onTabItemTap',
  resize: 'onResize',
  backPress: 'onBackPress',
} as const

/** Since 1970, as `Date.now`, but finer and never back. */
const nowMs = (): number => performance.timeOrigin + performance.now()

function messageOf(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg)
  return typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error))
}
