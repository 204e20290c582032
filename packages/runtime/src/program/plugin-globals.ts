import type { PluginInfo } from '@sampan/protocol'

export interface PluginGlobalsServices {
  /** Those that came along, by name. */
  plugins: Record<string, PluginInfo>
  /** What the module at a path exports. */
  load(path: string): unknown
  console: Pick<Console, 'error'>
}

/**
 * `requirePlugin` and `requireMiniProgram`. For a plugin that is not there the error is told at once, and thrown by every
 * call to a part of it: modules that only require the plugin load, and their pages open.
 */
export function createPluginGlobals({ plugins, load, console }: PluginGlobalsServices) {
  const missing = new Map<string, unknown>()

  function find(name: unknown): PluginInfo | undefined {
    return typeof name === 'string' && Object.hasOwn(plugins, name) ? plugins[name] : undefined
  }

  function requirePlugin(
    name: unknown,
    onLoad?: unknown,
    onError?: (failure: { mod: unknown; errMsg: string }) => void,
  ): unknown {
    if (typeof onLoad === 'function') {
      requireAsync(name).then(
        (exports) => (onLoad as (exports: unknown) => void)(exports),
        (error: Error) => onError?.({ mod: name, errMsg: error.message }),
      )
      return undefined
    }
    const plugin = find(name)
    if (plugin) return exportsOf(plugin)
    const key = String(name)
    if (!missing.has(key)) {
      missing.set(key, createMissingPlugin(key))
      console.error(refusal(name))
    }
    return missing.get(key)
  }

  async function requireAsync(name: unknown): Promise<unknown> {
    const plugin = find(name)
    if (!plugin) throw new Error(refusal(name))
    return exportsOf(plugin)
  }

  function exportsOf({ main }: PluginInfo): unknown {
    return main === undefined ? {} : load(main)
  }

  /** Plugins do not see each other's programs: the first that is given something gets it. */
  function requireMiniProgram(): unknown {
    const exported = Object.values(plugins).find((plugin) => plugin.export !== undefined)?.export
    return exported === undefined ? undefined : load(exported)
  }

  requirePlugin.async = requireAsync
  return { requirePlugin, requireMiniProgram }
}

function refusal(name: unknown): string {
  return `plugin ${String(name)} is not available`
}

function createMissingPlugin(name: string): unknown {
  function refuse(): never {
    throw new Error(refusal(name))
  }
  // Promises ask for `then`, conversions to text for symbols, and methods of pages are bound.
  const get = (target: object, key: string | symbol): unknown => {
    if (typeof key === 'symbol' || key === 'then') return undefined
    return key in Function.prototype ? Reflect.get(target, key) : part
  }
  const part: unknown = new Proxy(refuse, { get, apply: refuse, construct: refuse })
  return part
}
