import { type ApiContext, type ApiTable, asyncApi } from '../api-context'
import { readParameters, toPlain } from '../host-apis'

/** Logs and reports that WeChat sends to its servers; here they go to the container. */
export function createLoggingApis(context: ApiContext): ApiTable {
  return {
    getLogManager: () => createLogManager(context),
    getRealtimeLogManager: () => createRealtimeLogManager(context, ''),
    setEnableDebug: asyncApi(context, 'setEnableDebug', (options) =>
      context.call('setEnableDebug', readParameters(options, { enableDebug: 'Boolean' })),
    ),
    reportEvent: report(context, 'event'),
    reportAnalytics: report(context, 'analytics'),
    reportMonitor: report(context, 'monitor'),
    report: report(context, 'report'),
    getExptInfoSync: () => ({}),
  }
}

type Level = 'debug' | 'info' | 'warn' | 'error'

function write(context: ApiContext, level: Level, tag: string, args: unknown[]): void {
  context.notify('writeLog', { level, tag, args: args.map(describe) })
}

function describe(value: unknown): unknown {
  if (value instanceof Error) return value.stack ?? value.message
  try {
    return toPlain(value)
  } catch {
    return String(value)
  }
}

function createLogManager(context: ApiContext) {
  const at =
    (level: Level) =>
    (...args: unknown[]) =>
      write(context, level, '', args)
  return { debug: at('debug'), info: at('info'), log: at('info'), warn: at('warn') }
}

/** Documented as 5 KB a line and 10 KB a page; a container that stores lines may cut them. */
function createRealtimeLogManager(context: ApiContext, tag: string) {
  let filterMessage = ''
  const at =
    (level: Level) =>
    (...args: unknown[]) =>
      write(context, level, [tag, filterMessage].filter(Boolean).join(' '), args)
  return {
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    setFilterMsg(message: unknown) {
      filterMessage = String(message)
    },
    addFilterMsg(message: unknown) {
      filterMessage = filterMessage ? `${filterMessage} ${String(message)}` : String(message)
    },
    in: () => undefined,
    tag: (name: unknown) => createTaggedLog(context, String(name)),
    getCurrentState: () => ({ size: 0, maxSize: 5 * 1024, logCount: 0, maxLogCount: 200 }),
  }
}

function createTaggedLog(context: ApiContext, tag: string) {
  const at = (level: Level) => (key: unknown, value: unknown) => write(context, level, tag, [key, value])
  return { info: at('info'), warn: at('warn'), error: at('error'), setFilterMsg() {}, addFilterMsg() {} }
}

function report(context: ApiContext, kind: string) {
  return (name: unknown, data?: unknown) => {
    context.notify('report', { kind, name: String(name), data: describe(data) })
  }
}
