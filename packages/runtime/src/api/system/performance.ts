import type { ApiContext, ApiTable } from '../api-context'

/** As documented; the runtime tells of each with the event `performanceEntry`. */
export interface PerformanceEntryRecord {
  /** `appLaunch`, `route`, `firstRender`, `firstPaint`, `evaluateScript`, `downloadPackage` … */
  name: string
  entryType: 'navigation' | 'render' | 'script' | 'loadPackage' | 'resource'
  /** ms since 1970 */
  startTime: number
  /** ms */
  duration: number
  [detail: string]: unknown
}

type ObserverCallback = (list: ReturnType<typeof entryList>) => void

const DEFAULT_BUFFER_SIZE = 30

export function createPerformanceApis(context: ApiContext): ApiTable {
  const entries: PerformanceEntryRecord[] = []
  const observers = new Map<object, { types: Set<string>; callback: ObserverCallback }>()
  let bufferSize = DEFAULT_BUFFER_SIZE

  context.on('performanceEntry', (payload) => {
    const entry = payload as PerformanceEntryRecord
    entries.push(entry)
    if (entries.length > bufferSize) entries.splice(0, entries.length - bufferSize)
    for (const { types, callback } of observers.values()) {
      if (types.has(entry.entryType)) {
        context.program.runUserCode(() => callback(entryList([entry])), 'PerformanceObserver callback')
      }
    }
  })

  const performance = {
    ...entryList(entries),
    setBufferSize(size: unknown) {
      if (typeof size === 'number' && size > 0) bufferSize = size
    },
    createObserver(callback: ObserverCallback) {
      const observer = {
        observe(options?: { entryTypes?: unknown; type?: unknown }) {
          const types = Array.isArray(options?.entryTypes) ? options.entryTypes : [options?.type]
          observers.set(observer, { types: new Set(types.map(String)), callback })
        },
        disconnect() {
          observers.delete(observer)
        },
      }
      return observer
    },
  }
  return {
    getPerformance: () => performance,
    reportPerformance(id: unknown, value: unknown, dimensions?: unknown) {
      context.notify('report', { kind: 'performance', name: String(id), data: { value, dimensions } })
    },
  }
}

function entryList(entries: PerformanceEntryRecord[]) {
  return {
    getEntries: () => [...entries],
    getEntriesByName: (name: unknown, type?: unknown) =>
      entries.filter((entry) => entry.name === name && (type === undefined || entry.entryType === type)),
    getEntriesByType: (type: unknown) => entries.filter((entry) => entry.entryType === type),
  }
}
