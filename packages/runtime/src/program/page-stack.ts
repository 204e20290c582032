import type { BundleManifest, Environment, FromFrame, ToWorker } from '@sampan/protocol'
import { type BackendEnvironment, type ComponentRegistry, createPageTree } from '../kernel'
import { createPage, type Page, type PageServices } from './page'
import type { ReportRoute, RouteReport } from './route-reports'
import type { createStyleSheets } from './style-sheets'

type RouteMessage = Extract<ToWorker, { type: 'route' }>

export interface PageStackServices extends Omit<PageServices, 'pagePainted'> {
  manifest: BundleManifest
  environment: Environment
  registry: ComponentRegistry
  styleSheets: ReturnType<typeof createStyleSheets>
  openerChannelOf(callId: number | undefined): unknown
  pageOpened(pageId: number): void
  pageReady(pageId: number): void
  reportRoute: ReportRoute
}

const CUSTOM_TAB_BAR = 'custom-tab-bar/index'

/** The pages that are open, in the container's order, and their lifecycles in WeChat's. */
export function createPageStack(services: PageStackServices) {
  const { manifest, registry, environment } = services
  const pages = new Map<number, Page>()
  /** Bottom to top, as `getCurrentPages` shows them. Tab pages that are kept but not shown are not in it. */
  let stack: Page[] = []
  /** Of pages that have not painted yet. */
  const opening = new Map<number, RouteReport>()
  const pageServices: PageServices = {
    ...services,
    pagePainted(id) {
      opening.get(id)?.painted()
      opening.delete(id)
    },
  }

  const styledAttributes = new Map(manifest.styledDataAttributes?.map((name) => [datasetName(name), name]))
  const backendEnvironment: BackendEnvironment = {
    windowWidth: () => environment.windowWidth,
    windowHeight: () => environment.windowHeight,
    pixelRatio: () => environment.pixelRatio,
    theme: () => environment.theme,
    scopeName: registry.scopeName,
    styledAttribute: (name) => styledAttributes.get(name),
    usesViewScript: (path) => manifest.components[path]?.usesViewScript ?? false,
  }

  function open(message: RouteMessage, port: MessagePort): Page {
    const { route, query, isTab } = message.open!
    registry.ensure(route)
    const hasTabBar = isTab && manifest.app.tabBar?.custom === true && registry.ensure(CUSTOM_TAB_BAR)
    port.postMessage({
      type: 'styles',
      sheets: services.styleSheets.sheetsOf(route, hasTabBar ? [CUSTOM_TAB_BAR] : []),
    })
    const tree = createPageTree(registry, route, query, backendEnvironment, (batch, transfer) =>
      port.postMessage(batch, transfer),
    )
    const page = createPage({ id: message.show, route, query, isTab, tree, port }, pageServices)
    pages.set(page.id, page)
    const { instance } = page
    page.openerChannel = services.openerChannelOf(message.callId)
    Object.assign(instance, { route, __route__: route, options: query, __wxWebviewId__: page.id })
    if (hasTabBar) page.tabBar = tree.addTabBar(CUSTOM_TAB_BAR)
    return page
  }

  function show(page: Page): void {
    page.callHandler('onShow')
    page.tree.triggerPageLifetime('show', [])
  }

  function hide(page: Page): void {
    page.callHandler('onHide')
    page.tree.triggerPageLifetime('hide', [])
  }

  function unload(page: Page, report: RouteReport): void {
    report.beforeUnload(page.route, page.instance)
    page.callHandler('onUnload')
    page.close()
    pages.delete(page.id)
    opening.delete(page.id)
    report.afterUnload(page.route)
  }

  function start(page: Page, report: RouteReport): void {
    const { tree } = page
    opening.set(page.id, report)
    services.pageOpened(page.id)
    tree.attach()
    page.callHandler('onLoad', page.options)
    report.afterLoad()
    show(page)
    report.executed()
    tree.whenReady(() => {
      page.callHandler('onReady')
      tree.triggerPageLifetime('routeDone', [])
      services.pageReady(page.id)
      report.rendered()
    })
    tree.flush(true)
  }

  function reportOf({ routeType, show, open, startedAtMs }: RouteMessage): RouteReport {
    const shown = pages.get(show)
    return services.reportRoute({
      openType: routeType,
      path: open?.route ?? shown?.route ?? '',
      query: open?.query ?? shown?.options ?? {},
      webviewId: show,
      isTabPage: open?.isTab ?? shown?.isTab ?? false,
      referrer: stack.at(-1),
      startedAtMs,
      page: () => pages.get(show)?.instance,
    })
  }

  return {
    route(message: RouteMessage, ports: readonly MessagePort[]): void {
      const report = reportOf(message)
      report.beforeRoute()
      const hidden = message.hide === undefined ? undefined : pages.get(message.hide)
      if (hidden) hide(hidden)
      if (message.open) report.beforeLoad()
      const opened = message.open && ports[0] ? open(message, ports[0]) : undefined
      const page = opened ?? pages.get(message.show)
      for (const id of message.unload) {
        const closing = pages.get(id)
        if (!closing) continue
        stack = stack.filter((other) => other !== closing)
        unload(closing, report)
      }
      if (!page) return
      stack = nextStack(stack, page, message)
      if (opened) return start(opened, report)
      show(page)
      report.executed()
      report.done()
    },
    /** The program went to the background or came back. */
    showTop: () => stack.at(-1) && show(stack.at(-1)!),
    hideTop: () => stack.at(-1) && hide(stack.at(-1)!),
    current: (): Page | undefined => stack.at(-1),
    all: (): Page[] => [...stack],
    byId: (id: number): Page | undefined => pages.get(id),
    pageOf(instance: unknown): Page | undefined {
      for (const page of pages.values()) {
        if (page.instance === instance || page.tree.contains(instance)) return page
      }
      return undefined
    },
    everyOpen: (): Page[] => [...pages.values()],
  }
}

export type PageStack = ReturnType<typeof createPageStack>
export type FrameEvent = Extract<FromFrame, { type: 'event' }>

/** The container says which page is on top; a tab page or a relaunch stands alone. */
function nextStack(stack: Page[], page: Page, message: RouteMessage): Page[] {
  if (message.routeType === 'switchTab' || message.routeType === 'reLaunch') return [page]
  const known = stack.indexOf(page)
  return known >= 0 ? stack.slice(0, known + 1) : [...stack, page]
}

/** `data-element-type` is `elementType` in a dataset. */
function datasetName(attribute: string): string {
  return attribute
    .slice('data-'.length)
    .toLowerCase()
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
