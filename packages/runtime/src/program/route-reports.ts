import type { RouteType } from '@sampan/protocol'
import type { PerformanceEntryRecord } from '../api/system/performance'

export interface RouteFacts {
  openType: RouteType
  path: string
  query: Record<string, string>
  webviewId: number
  isTabPage: boolean
  referrer: { id: number; route: string } | undefined
  /** ms since 1970: when the container was asked for the route, if it says so. */
  startedAtMs: number | undefined
  page(): unknown
}

/** What programs hear of one route: `wx.onAppRoute` and its like, and the entries of `wx.getPerformance`. */
export interface RouteReport {
  beforeRoute(): void
  beforeLoad(): void
  afterLoad(): void
  /** Of a page that the route closes: its path and object. */
  beforeUnload(path: string, page: unknown): void
  afterUnload(path: string): void
  /** Handlers of the pages have run. */
  executed(): void
  /** The new page's `onReady` has run. */
  rendered(): void
  /** The new page's frame shows content. */
  painted(): void
  /** Without a new page: nothing will be rendered or painted. */
  done(): void
}

export interface RouteReportServices {
  emit(name: string, payload: unknown): void
  /** ms since 1970 */
  now(): number
  /** When the user opened the program. */
  launchedAtMs: number
}

export function createRouteReports({ emit, now, launchedAtMs }: RouteReportServices) {
  let lastId = 0

  return function reportRoute(facts: RouteFacts): RouteReport {
    const { openType, path, query, webviewId, isTabPage, referrer } = facts
    const receivedAtMs = now()
    const startedAtMs = facts.startedAtMs ?? receivedAtMs
    const routeEventId = `${webviewId}_${++lastId}`
    const event = () => ({ openType, path, query: { ...query }, routeEventId })
    const routeEvent = () => ({ ...event(), webviewId, isTabPage, renderer: 'webview', timeStamp: now() })
    const loadEvent = () => ({ ...event(), componentFramework: 'glass-easel' })

    function addEntry(
      name: string,
      entryType: PerformanceEntryRecord['entryType'],
      startTime: number,
      endTime = startTime,
    ): void {
      const entry: PerformanceEntryRecord = {
        name,
        entryType,
        startTime,
        duration: endTime - startTime,
        path,
        pageId: webviewId,
        referrerPath: referrer?.route,
        referrerPageId: referrer?.id,
        ...(entryType === 'navigation' ? { navigationType: openType, navigationStart: receivedAtMs } : {}),
      }
      emit('performanceEntry', entry)
    }

    return {
      beforeRoute: () => emit('beforeAppRoute', { ...routeEvent(), notFound: false }),
      beforeLoad: () => emit('beforePageLoad', loadEvent()),
      afterLoad: () => emit('afterPageLoad', { ...loadEvent(), page: facts.page() }),
      beforeUnload: (closing, page) => emit('beforePageUnload', { path: closing, page, routeEventId }),
      afterUnload: (closing) => emit('afterPageUnload', { path: closing, routeEventId }),
      executed: () => emit('appRoute', { ...routeEvent(), page: facts.page(), notFound: false }),
      rendered() {
        addEntry('firstRender', 'render', receivedAtMs, now())
        if (openType === 'appLaunch') addEntry('appLaunch', 'navigation', launchedAtMs, now())
        emit('appRouteDone', routeEvent())
      },
      painted() {
        addEntry('firstPaint', 'render', now())
        if (openType !== 'appLaunch') addEntry('route', 'navigation', startedAtMs, now())
      },
      done() {
        addEntry('route', 'navigation', startedAtMs, now())
        emit('appRouteDone', routeEvent())
      },
    }
  }
}

export type ReportRoute = ReturnType<typeof createRouteReports>
