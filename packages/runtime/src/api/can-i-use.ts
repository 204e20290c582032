import {
  apiDetails,
  BUILT_IN_TAGS,
  componentDetails,
  type DetailTree,
  objectMembers,
  WX_CATALOGUE,
  WX_FACTORY_CATALOGUE,
} from '@sampan/protocol'

/**
 * `wx.canIUse('request.object.method.GET')`: true for what this runtime has. An API that no family implements is not
 * there, whatever is documented below it.
 */
export function createCanIUse(isImplemented: (api: string) => boolean): (schema: unknown) => boolean {
  return (schema) => {
    if (typeof schema !== 'string') return false
    const [first = '', ...rest] = schema.replace(/^wx\./, '').replace(/\(\)$/, '').split('.')
    if (first === 'console') return rest.length === 1 && CONSOLE_METHODS.has(rest[0] ?? '')
    if (isImplemented(first)) return hasBelowApi(first, rest)
    if (BUILT_IN_TAGS.has(first)) return hasBelowTag(first, rest)
    return hasBelowObject(first, rest, isImplemented)
  }
}

const CONSOLE_METHODS = new Set(['debug', 'error', 'group', 'groupEnd', 'info', 'log', 'warn'])

function hasBelowApi(api: string, path: string[]): boolean {
  if (path.length === 0) return true
  const [section = ''] = path
  const kind = WX_CATALOGUE.find((entry) => entry.name === api)?.kind
  const hasCallbacks = kind === 'async' || TASK_APIS.has(api)
  if (path.length === 1 && ['success', 'fail', 'complete', 'object'].includes(section)) return hasCallbacks
  if (section === 'success' && path.length === 2 && path[1] === 'errMsg') return hasCallbacks
  return has(apiDetails(api), path)
}

const TASK_APIS = new Set(['request', 'uploadFile', 'downloadFile', 'connectSocket'])

function has(tree: DetailTree | null | undefined, path: readonly string[]): boolean {
  let at = tree
  for (const name of path) {
    if (!at?.has(name)) return false
    at = at.get(name)
  }
  return true
}

/** `CameraContext.onCameraFrame`: an object that some implemented API makes. */
function hasBelowObject(type: string, path: string[], isImplemented: (api: string) => boolean): boolean {
  const made = WX_FACTORY_CATALOGUE.some((entry) => entry.type === type && isImplemented(entry.api))
  if (!made || path.length === 0) return made
  return path.length === 1 && objectMembers(type)?.has(path[0] ?? '') === true
}

function hasBelowTag(tag: string, path: string[]): boolean {
  if (path.length === 0) return true
  return has(componentDetails(tag), path)
}
