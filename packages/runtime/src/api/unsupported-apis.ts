import { objectMembers, WX_CATALOGUE, WX_FACTORY_CATALOGUE, type WxApiKind } from '@sampan/protocol'
import { type ApiContext, ApiError, type ApiTable, asyncApi } from './api-context'

/**
 * A function for each documented name that no family implements. It fails in the base library's shape and says so
 * once in the console: asynchronous APIs call `fail`, synchronous ones throw, listeners are never called.
 */
export function createUnsupportedApis(context: ApiContext, implemented: ReadonlySet<string>): ApiTable {
  const table: ApiTable = {}
  for (const { name, kind } of WX_CATALOGUE) {
    if (!implemented.has(name) && kind !== 'property') table[name] = unsupportedApi(context, name, kind)
  }
  return table
}

const MESSAGE = 'not supported'

function unsupportedApi(context: ApiContext, name: string, kind: WxApiKind): unknown {
  switch (kind) {
    case 'listener':
      return () => context.warn(`wx.${name} is not supported: the listener will not be called`)
    case 'unlisten':
      return () => undefined
    case 'sync':
      return () => {
        context.warn(`wx.${name} is not supported`)
        throw new Error(`${name}:fail ${MESSAGE}`)
      }
    case 'factory':
      return (options?: unknown) => {
        context.warn(`wx.${name} is not supported`)
        return unsupportedObject(context, name, options)
      }
    default:
      return unsupportedAsyncApi(context, name)
  }
}

function unsupportedAsyncApi(context: ApiContext, name: string) {
  return asyncApi(context, name, () => {
    context.warn(`wx.${name} is not supported`)
    throw new ApiError({ message: MESSAGE })
  })
}

/** Task APIs (`wx.sendX({ fail })`) report at once; all methods of the object fail, and `on…` never calls. */
function unsupportedObject(context: ApiContext, api: string, options: unknown): Record<string, unknown> {
  const { type = '', methods = [] } = WX_FACTORY_CATALOGUE.find((entry) => entry.api === api) ?? {}
  if (hasCallback(options)) void unsupportedAsyncApi(context, api)(options as Record<string, unknown>)
  return Object.fromEntries([
    ...[...(objectMembers(type) ?? [])].filter(isClassName).map((name) => [name, unsupportedClass(name)]),
    ...methods.map((method) => [
      method,
      /^(on|off)[A-Z]/.test(method) || method === 'destroy'
        ? () => undefined
        : unsupportedAsyncApi(context, method),
    ]),
  ])
}

/** `XRNode` and `Component`, not `EEventType` (an enumeration) or `onStart`. */
function isClassName(name: string): boolean {
  return /^[A-Z]/.test(name) && !/^E[A-Z]/.test(name)
}

/** Programs extend such classes where their modules start: only making one fails. */
function unsupportedClass(name: string): unknown {
  return function unsupported() {
    throw new Error(`${name}:fail ${MESSAGE}`)
  }
}

function hasCallback(options: unknown): boolean {
  if (typeof options !== 'object' || options === null) return false
  const { fail, complete } = options as { fail?: unknown; complete?: unknown }
  return typeof fail === 'function' || typeof complete === 'function'
}
