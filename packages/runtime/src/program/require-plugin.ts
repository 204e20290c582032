/**
 * `requirePlugin` of plugins that are not there. The error is told at once, and thrown by every call to a part of the
 * plugin: modules that only require it load, and their pages open.
 */
export function createRequirePlugin(console: Pick<Console, 'error'>) {
  const missing = new Map<string, unknown>()

  function requirePlugin(
    name: unknown,
    onLoad?: unknown,
    onError?: (failure: { mod: unknown; errMsg: string }) => void,
  ): unknown {
    if (typeof onLoad === 'function') {
      queueMicrotask(() => onError?.({ mod: name, errMsg: refusal(name) }))
      return undefined
    }
    const key = String(name)
    if (!missing.has(key)) {
      missing.set(key, createMissingPlugin(key))
      console.error(refusal(name))
    }
    return missing.get(key)
  }
  requirePlugin.async = (name: unknown) => Promise.reject(new Error(refusal(name)))
  return requirePlugin
}

function refusal(name: unknown): string {
  return `plugin ${String(name)} is not available`
}

function createMissingPlugin(name: string): unknown {
  function refuse(): never {
    throw new Error(refusal(name))
  }
  // Promises ask for `then`, conversions to text for symbols.
  const get = (_target: unknown, key: string | symbol) =>
    typeof key === 'symbol' || key === 'then' ? undefined : part
  const part: unknown = new Proxy(refuse, { get, apply: refuse, construct: refuse })
  return part
}
