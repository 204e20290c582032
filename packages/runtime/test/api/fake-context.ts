import type { BundleManifest, Environment } from '@sampan/protocol'
import type { ApiContext, PageView } from '../../src/api/api-context'

export interface FakeContext extends ApiContext {
  readonly calls: { api: string; params: unknown }[]
  readonly warnings: string[]
  readonly userErrors: unknown[]
  /** Sends an event as the container does. */
  emit(name: string, payload: unknown): void
}

export interface FakeContextParts {
  /** The container's answers. A call without one is refused as `not supported`. */
  answers?: Record<string, (params: never) => unknown>
  manifest?: Partial<BundleManifest>
  environment?: Partial<Environment>
  page?: PageView
}

/** An `ApiContext` whose container is a table of functions. */
export function createFakeContext(parts: FakeContextParts = {}): FakeContext {
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const calls: { api: string; params: unknown }[] = []
  const warnings: string[] = []
  const userErrors: unknown[] = []
  let lastId = 0

  async function call(api: string, params?: unknown): Promise<unknown> {
    calls.push({ api, params })
    await Promise.resolve()
    const answer = parts.answers?.[api]
    if (!answer) throw new Error(`no answer for ${api}`)
    return answer(params as never)
  }

  return {
    calls,
    warnings,
    userErrors,
    call,
    notify: (api, params) => void calls.push({ api, params }),
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => set.delete(listener)
    },
    emit(name, payload) {
      for (const listener of [...(listeners.get(name) ?? [])]) listener(payload)
    },
    environment: { language: 'en', pixelRatio: 2, windowWidth: 375, ...parts.environment } as Environment,
    baseUrl: 'https://host.test/bundle/',
    program: {
      manifest: {
        appId: 'wx0000000000000001',
        name: 'Test',
        files: {},
        pages: {},
        packages: [],
        app: { permission: {}, requiredPrivateInfos: [], requiredBackgroundModes: [], extra: {} },
        ...parts.manifest,
      } as unknown as BundleManifest,
      launchOptions: { path: 'pages/index', query: {}, scene: 1001 },
      enterOptions: { path: 'pages/index', query: {}, scene: 1001 },
      currentPage: () => parts.page,
      pages: () => (parts.page ? [parts.page] : []),
      pageOf: () => parts.page,
      runUserCode(run) {
        try {
          return run()
        } catch (error) {
          userErrors.push(error)
          return undefined
        }
      },
    },
    warn: (text) => void warnings.push(text),
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
