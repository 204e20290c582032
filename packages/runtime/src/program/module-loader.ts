import { type ModuleFactory, rootOf } from '@sampan/protocol'
import { resolvePath } from '../kernel'

interface Module {
  exports: unknown
}

export interface ModuleLoaderServices {
  isComponent(path: string): boolean
  /** `app.json`'s `resolveAlias`. */
  alias: Record<string, string>
  /** Loads the subpackage that holds the path; resolves once its modules are there. */
  loadPackageOf(path: string): Promise<void>
  reportError(error: unknown, where: string): void
}

/** CommonJS over the modules of the packages that have arrived. Paths are those of the program's files. */
export function createModuleLoader(services: ModuleLoaderServices) {
  const factories = new Map<string, ModuleFactory>()
  const modules = new Map<string, Module>()
  const resolved = new Map<string, string | undefined>()
  /** Component whose module is being run: `Component` and `Page` define it, however deep they are called. */
  let currentComponent = ''

  function find(path: string): string | undefined {
    for (const candidate of [
      path,
      `${path}.js`,
      `${path}.ts`,
      `${path}.json`,
      `${path}/index.js`,
      `${path}/index.ts`,
    ]) {
      if (factories.has(candidate)) return candidate
    }
    return undefined
  }

  function resolve(specifier: string, from: string): string | undefined {
    const key = `${from}\n${specifier}`
    if (!resolved.has(key)) resolved.set(key, resolveAnew(specifier, from))
    return resolved.get(key)
  }

  function resolveAnew(specifier: string, from: string): string | undefined {
    const relative = find(resolvePath(specifier, from))
    if (relative !== undefined || specifier.startsWith('.')) return relative
    // Old base libraries knew no paths from the root, and read them like any other.
    if (specifier.startsWith('/')) return find(resolvePath(`.${specifier}`, from))
    const root = rootOf(from)
    const aliased = applyAlias(specifier, services.alias)
    if (aliased !== undefined) {
      const found = find(resolvePath(`/${aliased}`, ''))
      if (found !== undefined) return found
    }
    const folders = from.slice(root.length).split('/').slice(0, -1)
    for (let depth = folders.length; depth >= 0; depth--) {
      const prefix = root + [...folders.slice(0, depth), 'miniprogram_npm'].join('/')
      const found = find(`${prefix}/${specifier}`)
      if (found !== undefined) return found
    }
    return find(resolvePath(`/${specifier}`, from))
  }

  function run(path: string): unknown {
    const known = modules.get(path)
    if (known) return known.exports
    const factory = factories.get(path)!
    const module: Module = { exports: {} }
    modules.set(path, module)
    const outer = currentComponent
    const componentPath = path.replace(/\.[jt]s$/, '')
    if (services.isComponent(componentPath)) currentComponent = componentPath
    try {
      factory.call(module.exports, requireFrom(path) as (path: string) => unknown, module, module.exports)
    } catch (error) {
      // The next require of it fails in the same way, instead of seeing half a module.
      modules.delete(path)
      throw error
    } finally {
      currentComponent = outer
    }
    return module.exports
  }

  function requireFrom(from: string) {
    function require(
      specifier: unknown,
      onLoad?: (exports: unknown) => void,
      onError?: (failure: unknown) => void,
    ): unknown {
      if (typeof onLoad === 'function') {
        requireAsync(specifier).then(onLoad, (error: unknown) =>
          onError?.({ mod: specifier, errMsg: messageOf(error) }),
        )
        return undefined
      }
      if (typeof specifier !== 'string') throw new TypeError('require takes the path of a module')
      const path = resolve(specifier, from)
      if (path === undefined) throw new Error(`module '${specifier}' is not defined, required by '${from}'`)
      return run(path)
    }
    function requireAsync(specifier: unknown): Promise<unknown> {
      const text = String(specifier)
      const path = resolve(text, from)
      if (path !== undefined) return Promise.resolve().then(() => run(path))
      return services.loadPackageOf(resolvePath(text, from)).then(() => {
        resolved.delete(`${from}\n${text}`)
        return require(text)
      })
    }
    require.async = requireAsync
    return require
  }

  return {
    add(added: Record<string, ModuleFactory>): void {
      for (const path of Object.keys(added)) factories.set(path, added[path]!)
      resolved.clear()
    },
    get currentComponent(): string {
      return currentComponent
    },
    /** Runs `<path>.js` (or `.ts`) if there is one. Its errors are reported. */
    runFile(path: string): void {
      const file = find(path)
      if (file === undefined) return
      try {
        run(file)
      } catch (error) {
        services.reportError(error, file)
      }
    },
    has: (path: string): boolean => find(path) !== undefined,
    /** What a module exports; throws what it throws. `path` has its extension. */
    load: (path: string): unknown => requireFrom('')(`/${path}`),
  }
}

export type ModuleLoader = ReturnType<typeof createModuleLoader>

/** Longest matching key wins; keys and values end with `/*`. */
function applyAlias(specifier: string, alias: Record<string, string>): string | undefined {
  let best: string | undefined
  for (const key of Object.keys(alias)) {
    const prefix = key.endsWith('*') ? key.slice(0, -1) : key
    if (specifier.startsWith(prefix) && (best === undefined || key.length > best.length)) best = key
  }
  if (best === undefined) return undefined
  return alias[best]!.replace(/\*$/, '') + specifier.slice(best.replace(/\*$/, '').length)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
