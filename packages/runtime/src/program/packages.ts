import {
  type BundleManifest,
  type ModuleFactory,
  PACKAGE_FUNCTION,
  PROGRAM_GLOBALS,
  type TemplateFactory,
  type WxsFactory,
} from '@sampan/protocol'

export interface PackageServices {
  manifest: BundleManifest
  /** Asks the container for a package's code; `arrived` or `failed` follows. */
  request(id: string): void
  /** Values of the names that programs see as globals. */
  globals: Record<string, unknown>
  /** `name` is what stack traces call it. */
  runScript(text: string, name: string): void
  addModules(modules: Record<string, ModuleFactory>): void
  addTemplates(templates: Record<string, TemplateFactory>, wxs: Record<string, WxsFactory>): void
  reportError(error: unknown, where: string): void
}

/** Which packages are here, and the running of those that arrive. */
export function createPackages(services: PackageServices) {
  const loaded = new Set<string>()
  const waiting = new Map<string, { resolve(): void; reject(error: Error): void }[]>()

  Object.defineProperty(globalThis, PACKAGE_FUNCTION, {
    configurable: true,
    value(
      _id: string,
      templates: Record<string, TemplateFactory>,
      wxs: Record<string, WxsFactory>,
      factory: (...globals: unknown[]) => Record<string, ModuleFactory>,
    ) {
      services.addTemplates(templates, wxs)
      services.addModules(factory(...PROGRAM_GLOBALS.map((name) => services.globals[name])))
    },
  })

  function settle(id: string, error?: Error): void {
    const waiters = waiting.get(id) ?? []
    waiting.delete(id)
    for (const waiter of waiters) {
      if (error) waiter.reject(error)
      else waiter.resolve()
    }
  }

  return {
    has: (id: string): boolean => loaded.has(id),
    load(id: string): Promise<void> {
      if (loaded.has(id)) return Promise.resolve()
      return new Promise((resolve, reject) => {
        const isFirst = !waiting.has(id)
        if (isFirst) waiting.set(id, [])
        waiting.get(id)!.push({ resolve, reject })
        if (isFirst) services.request(id)
      })
    },
    arrived(id: string, script: string): void {
      if (loaded.has(id)) return
      loaded.add(id)
      try {
        services.runScript(script, `packages/${id}/service.js`)
      } catch (error) {
        services.reportError(error, `package ${id}`)
      }
      settle(id)
    },
    failed(id: string, message: string): void {
      settle(id, new Error(message))
    },
    /** Package that holds a path; the main package if no subpackage does. */
    packageOf(path: string): string {
      let best = services.manifest.packages.find((info) => info.root === '')?.id ?? 'main'
      let bestLength = 0
      for (const info of services.manifest.packages) {
        const root = info.root.replace(/\/?$/, '/')
        if (info.root !== '' && path.startsWith(root) && root.length > bestLength) {
          best = info.id
          bestLength = root.length
        }
      }
      return best
    },
  }
}

export type Packages = ReturnType<typeof createPackages>
