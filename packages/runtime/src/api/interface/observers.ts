import type { ObserverRequest } from '@sampan/protocol'
import type { ApiContext, PageView } from '../api-context'

type Callback = (entry: unknown) => void

interface Margins {
  left: number
  right: number
  top: number
  bottom: number
}

/** `wx.createIntersectionObserver(component, options)`. */
export function createIntersectionObserver(context: ApiContext, owner: unknown, options: unknown): object {
  const { thresholds, initialRatio, observeAll } = readOptions(options)
  const references: { selector: string | 'viewport'; margins: Margins }[] = []
  const stops: (() => void)[] = []
  let disconnected = false

  function start(page: PageView, selector: string, callback: Callback): void {
    if (disconnected) return
    const targets = page.select(selector, observeAll, owner)
    if (targets.length === 0) {
      context.warn(`createIntersectionObserver: no node matches "${selector}"`)
      return
    }
    const relativeTo = references.flatMap<(ObserverRequest & { kind: 'intersection' })['relativeTo'][number]>(
      (reference) => {
        if (reference.selector === 'viewport') return [{ node: 'viewport', margins: reference.margins }]
        const [node] = page.select(reference.selector, false, owner)
        return node === undefined ? [] : [{ node, margins: reference.margins }]
      },
    )
    const request: ObserverRequest = {
      kind: 'intersection',
      targets,
      relativeTo,
      thresholds,
      initialRatio,
      observeAll,
    }
    stops.push(
      page.observe(request, (payload) => {
        const { node, ...entry } = (payload ?? {}) as Record<string, unknown>
        const target = page.describeNode(typeof node === 'number' ? node : (targets[0] ?? 0))
        context.program.runUserCode(
          () => callback({ ...entry, id: target?.id ?? '', dataset: target?.dataset ?? {} }),
          'IntersectionObserver callback',
        )
      }),
    )
  }

  const observer = {
    relativeTo(selector: unknown, margins?: unknown) {
      references.push({ selector: String(selector), margins: readMargins(margins) })
      return observer
    },
    relativeToViewport(margins?: unknown) {
      references.push({ selector: 'viewport', margins: readMargins(margins) })
      return observer
    },
    observe(selector: unknown, callback: unknown) {
      if (typeof callback !== 'function') return
      const page = pageFor(context, owner)
      // After what the program sets in this turn, so that nodes made by it are found.
      if (page) queueMicrotask(() => start(page, String(selector), callback as Callback))
    },
    disconnect() {
      disconnected = true
      for (const stop of stops.splice(0)) stop()
    },
  }
  return observer
}

/** `this.createMediaQueryObserver()` and `wx.createMediaQueryObserver(component)`. */
export function createMediaQueryObserver(context: ApiContext, owner: unknown): object {
  let stop: (() => void) | undefined
  return {
    observe(descriptor: unknown, callback: unknown) {
      if (typeof callback !== 'function') return
      stop?.()
      stop = pageFor(context, owner)?.observe({ kind: 'media', query: mediaQuery(descriptor) }, (payload) => {
        const { matches } = (payload ?? {}) as { matches?: unknown }
        context.program.runUserCode(
          () => (callback as Callback)({ matches: matches === true }),
          'MediaQueryObserver callback',
        )
      })
    },
    disconnect() {
      stop?.()
      stop = undefined
    },
  }
}

function pageFor(context: ApiContext, owner: unknown): PageView | undefined {
  return (owner === undefined ? undefined : context.program.pageOf(owner)) ?? context.program.currentPage()
}

function readOptions(options: unknown) {
  const given = (options ?? {}) as { thresholds?: unknown; initialRatio?: unknown; observeAll?: unknown }
  const thresholds = Array.isArray(given.thresholds)
    ? given.thresholds.map(Number).filter((ratio) => ratio >= 0 && ratio <= 1)
    : []
  return {
    thresholds: thresholds.length > 0 ? thresholds : [0],
    initialRatio: Number(given.initialRatio) || 0,
    observeAll: given.observeAll === true,
  }
}

function readMargins(margins: unknown): Margins {
  const given = (margins ?? {}) as Partial<Record<keyof Margins, unknown>>
  const side = (value: unknown) => Number(value) || 0
  return {
    left: side(given.left),
    right: side(given.right),
    top: side(given.top),
    bottom: side(given.bottom),
  }
}

const MEDIA_FEATURES: Readonly<Record<string, string>> = {
  minWidth: 'min-width',
  maxWidth: 'max-width',
  width: 'width',
  minHeight: 'min-height',
  maxHeight: 'max-height',
  height: 'height',
}

function mediaQuery(descriptor: unknown): string {
  const given = (descriptor ?? {}) as Record<string, unknown>
  const parts = Object.entries(MEDIA_FEATURES).flatMap(([name, feature]) => {
    const value = Object.hasOwn(given, name) ? Number(given[name]) : Number.NaN
    return Number.isFinite(value) ? [`(${feature}: ${value}px)`] : []
  })
  const { orientation } = given
  if (orientation === 'portrait' || orientation === 'landscape') parts.push(`(orientation: ${orientation})`)
  return parts.length > 0 ? parts.join(' and ') : 'all'
}
