import type { FromFrame, ObserverRequest, QueryRequest, ToFrame } from '@sampan/protocol'
import type { PageView } from '../api/api-context'
import { isFunction, type PageTree } from '../kernel'

/** One open page: its tree, its frame, and the calls of the page object that events of the page lead to. */
export interface Page extends PageView {
  readonly tree: PageTree
  readonly isTab: boolean
  readonly options: Record<string, string>
  /** `custom-tab-bar`, on tab pages of a program that has one. */
  tabBar?: unknown
  /** Set if the page was opened by `navigateTo`. */
  openerChannel?: unknown
  /** Calls a method of the page object if it has one. */
  callHandler(name: string, ...args: unknown[]): unknown
  close(): void
}

export interface PageServices {
  runUserCode<T>(run: () => T, where: string): T | undefined
  reportError(error: unknown, where: string, pageId?: number): void
  /** Takes the events by which built-in components ask the runtime to act. True if this was one. */
  componentEvent(page: Page, event: Extract<FromFrame, { type: 'event' }>): boolean
  /** The page's frame shows content. */
  pagePainted(pageId: number): void
}

export interface PageParts {
  id: number
  route: string
  query: Record<string, string>
  isTab: boolean
  tree: PageTree
  port: MessagePort
}

export function createPage(parts: PageParts, services: PageServices): Page {
  const { id, route, tree, port } = parts
  let lastCall = 0
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  const observers = new Map<number, (entry: unknown) => void>()

  function send(message: ToFrame, transfer: Transferable[] = []): void {
    port.postMessage(message, transfer)
  }

  /** Everything recorded so far goes first: the port keeps the order. */
  function ask(message: (id: number) => ToFrame): Promise<unknown> {
    tree.flush()
    const call = ++lastCall
    return new Promise((resolve, reject) => {
      pending.set(call, { resolve, reject })
      send(message(call))
    })
  }

  function callHandler(name: string, ...args: unknown[]): unknown {
    const handler = page.instance[name]
    if (!isFunction(handler)) return undefined
    return services.runUserCode(() => handler.apply(page.instance, args), `${route} ${name}`)
  }

  function handle(message: FromFrame): void {
    switch (message.type) {
      case 'event':
        if (!services.componentEvent(page, message)) tree.dispatch(message)
        return
      case 'model':
        tree.modelChanged(message.node, message.name, message.value, message.seq)
        return
      case 'result': {
        const call = pending.get(message.id)
        pending.delete(message.id)
        if (message.error === undefined) call?.resolve(message.value)
        else call?.reject(new Error(message.error))
        return
      }
      case 'observed':
        observers.get(message.id)?.(message.entry)
        return
      case 'page-scroll':
        callHandler('onPageScroll', { scrollTop: message.scrollTop })
        return
      case 'reach-bottom':
        callHandler('onReachBottom')
        return
      case 'pull-down-refresh':
        callHandler('onPullDownRefresh')
        return
      case 'resize': {
        const size = { windowWidth: message.windowWidth, windowHeight: message.windowHeight }
        tree.triggerPageLifetime('resize', [{ size }])
        callHandler('onResize', { size })
        return
      }
      case 'wxs-call-method': {
        const component = tree.componentOf(message.node)
        const method = component?.[message.method]
        if (isFunction(method)) {
          services.runUserCode(() => method.call(component, message.arg), `${route} ${message.method}`)
        }
        return
      }
      case 'wxs-trigger-event':
        tree.componentOf(message.node)?.triggerEvent(message.name, message.detail)
        return
      case 'error':
        services.reportError(Object.assign(new Error(message.message), { stack: message.stack }), route, id)
        return
      case 'painted':
        services.pagePainted(id)
        return
    }
  }

  port.onmessage = (event: MessageEvent<FromFrame>) => handle(event.data)

  const page: Page = {
    id,
    route,
    options: parts.query,
    isTab: parts.isTab,
    tree,
    instance: tree.instance,
    send,
    callNode: (node, method, args) => ask((call) => ({ type: 'call', id: call, node, method, args })),
    select: (selector, all, within) => tree.select(selector, all, within),
    findNode: (attribute, value, within) => tree.find(attribute, value, within),
    describeNode: (node) => tree.describe(node),
    async query(requests: QueryRequest[]) {
      return (await ask((call) => ({ type: 'query', id: call, requests }))) as unknown[]
    },
    observe(observer: ObserverRequest, listener) {
      tree.flush()
      const call = ++lastCall
      observers.set(call, listener)
      send({ type: 'observe', id: call, observer })
      return () => {
        observers.delete(call)
        send({ type: 'unobserve', id: call })
      }
    },
    callHandler,
    close() {
      tree.detach()
      port.close()
      for (const call of pending.values()) call.reject(new Error('the page is closed'))
      pending.clear()
      observers.clear()
    },
  }
  return page
}
