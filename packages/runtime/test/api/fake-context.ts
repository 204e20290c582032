import type { AppConfig, BundleManifest, Environment } from '@sampan/protocol'
import { type ApiContext, ApiError, type PageView } from '../../src/api/api-context'

export interface FakeContext extends ApiContext {
  readonly calls: { api: string; params: unknown }[]
  readonly warnings: string[]
  readonly userErrors: unknown[]
  /** The container's answers: may be added to. */
  readonly answers: Record<string, (params: never) => unknown>
  /** Sends an event as the container does. */
  emit(name: string, payload?: unknown): void
  /** Puts a page on top of the stack. */
  openPage(page?: Partial<PageView>): PageView
}

export interface FakeContextParts {
  /** The container's answers. A call without one is refused as `not supported`. */
  answers?: Record<string, (params: never) => unknown>
  manifest?: Partial<BundleManifest>
  environment?: Partial<Environment>
  app?: Partial<AppConfig>
  storage?: Record<string, string>
  page?: PageView
}

/** An `ApiContext` whose container is a table of functions. */
export function createFakeContext(parts: FakeContextParts = {}): FakeContext {
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const calls: { api: string; params: unknown }[] = []
  const warnings: string[] = []
  const userErrors: unknown[] = []
  const answers = { ...parts.answers }
  const pages = parts.page ? [parts.page] : []
  let lastId = 0

  async function call(api: string, params?: unknown): Promise<unknown> {
    // As a port does: what cannot be cloned is refused.
    calls.push({ api, params: structuredClone(params) })
    await Promise.resolve()
    const answer = answers[api]
    if (!answer) throw new ApiError({ message: 'not supported' })
    return answer(params as never)
  }

  return {
    calls,
    warnings,
    userErrors,
    answers,
    call,
    notify: (api, params) => void calls.push({ api, params: structuredClone(params) }),
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => set.delete(listener)
    },
    emit(name, payload) {
      for (const listener of [...(listeners.get(name) ?? [])]) listener(payload)
    },
    openPage(page) {
      const opened: PageView = { ...EMPTY_PAGE, id: pages.length + 1, instance: {}, ...page }
      pages.push(opened)
      return opened
    },
    environment: { ...ENVIRONMENT, ...parts.environment },
    baseUrl: 'https://host.test/bundle/',
    storage: parts.storage ?? {},
    program: {
      manifest: {
        appId: 'wx0000000000000001',
        name: 'Test',
        files: {},
        pages: {},
        packages: [],
        app: { ...APP, ...parts.app },
        ...parts.manifest,
      } as unknown as BundleManifest,
      launchOptions: { path: 'pages/index', query: {}, scene: 1001 },
      enterOptions: { path: 'pages/index', query: {}, scene: 1001 },
      currentPage: () => pages[pages.length - 1],
      pages: () => [...pages],
      pageOf: (instance) => parts.page ?? pages.find((page) => page.instance === instance),
      runUserCode(run) {
        try {
          return run()
        } catch (error) {
          userErrors.push(error)
          return undefined
        }
      },
    },
    warn: (text) => {
      if (!warnings.includes(text)) warnings.push(text)
    },
    nextId: () => ++lastId,
  }
}

/** Calls an API of the callback kind and answers what it was called back with. */
export function callApi(
  api: unknown,
  options: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    ;(api as (options: object) => void)({ ...options, complete: resolve })
  })
}

const ENVIRONMENT: Environment = {
  windowWidth: 375,
  windowHeight: 724,
  screenWidth: 375,
  screenHeight: 812,
  statusBarHeight: 44,
  pixelRatio: 2,
  safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
  menuButton: { width: 87, height: 32, top: 48, right: 365, bottom: 80, left: 278 },
  theme: 'dark',
  language: 'en',
  brand: 'Sampan',
  model: 'Browser',
  system: 'Linux',
  platform: 'devtools',
  hostVersion: '8.0.5',
  hostName: 'WeChat',
  sdkVersion: '3.8.0',
  networkType: 'wifi',
  fontSizeSetting: 16,
  deviceOrientation: 'portrait',
  envVersion: 'develop',
  version: '1.2.3',
  authSetting: { 'scope.camera': true },
  storageLimitKb: 10_240,
}

const APP = {
  debug: false,
  darkmode: false,
  networkTimeout: { request: 60_000, connectSocket: 60_000, uploadFile: 60_000, downloadFile: 60_000 },
  permission: {},
  requiredPrivateInfos: [],
  requiredBackgroundModes: [],
  extra: {},
} as unknown as AppConfig

const EMPTY_PAGE = {
  route: 'pages/index',
  send: () => undefined,
  callNode: async () => undefined,
  select: () => [],
  findNode: () => undefined,
  describeNode: () => undefined,
  query: async () => [],
  observe: () => () => undefined,
}
