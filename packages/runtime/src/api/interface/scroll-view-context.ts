import { type ApiContext, failureOf, type PageView } from '../api-context'

const METHODS = ['scrollTo', 'scrollIntoView', 'triggerRefresh', 'closeRefresh'] as const
const SETTINGS: Readonly<Record<string, boolean>> = {
  scrollEnabled: true,
  bounces: true,
  showScrollbar: true,
  pagingEnabled: false,
  fastDeceleration: false,
  decelerationDisabled: false,
}

/** `ScrollViewContext`, which `NodesRef.node()` answers for an enhanced scroll-view: methods, and settings to assign. */
export function createScrollViewContext(context: ApiContext, page: PageView, node: number): object {
  const values = { ...SETTINGS }
  const call = (method: string, args: unknown[]) => {
    page
      .callNode(node, method, args)
      .catch((error: unknown) => context.warn(String(failureOf(method, error).errMsg)))
  }
  const object: Record<string, unknown> = {}
  for (const method of METHODS) object[method] = (...args: unknown[]) => call(method, args)
  for (const name of Object.keys(SETTINGS)) {
    Object.defineProperty(object, name, {
      get: () => values[name],
      set(value: unknown) {
        values[name] = Boolean(value)
        call('set', [{ [name]: values[name] }])
      },
      enumerable: true,
    })
  }
  return object
}
