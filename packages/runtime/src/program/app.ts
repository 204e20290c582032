import type { LaunchOptions } from '@sampan/protocol'
import { isFunction, isRecord } from '../kernel'

export interface AppServices {
  runUserCode<T>(run: () => T, where: string): T | undefined
  /** For listeners of `wx.onAppShow` and the like. */
  emit(event: string, payload: unknown): void
}

/** The program's `App(…)` object and its lifecycle. */
export function createApp(services: AppServices) {
  let instance: Record<string, unknown> | undefined
  let launched = false

  function callHandler(name: string, ...args: unknown[]): unknown {
    const handler = instance?.[name]
    if (!isFunction(handler)) return undefined
    return services.runUserCode(() => handler.apply(instance, args), `App ${name}`)
  }

  /** The app object's handler first, then the `wx.on…` listeners of the same event. */
  function notify(handler: string, event: string, payload: unknown): void {
    callHandler(handler, payload)
    services.emit(event, payload)
  }

  return {
    define(raw: unknown): void {
      instance = isRecord(raw) ? { ...raw } : {}
    },
    getApp(options?: { allowDefault?: boolean }): unknown {
      if (!instance && options?.allowDefault) instance = {}
      return instance
    },
    launch(options: LaunchOptions): void {
      launched = true
      callHandler('onLaunch', options)
      notify('onShow', 'appShow', options)
    },
    show(options: LaunchOptions): void {
      if (launched) notify('onShow', 'appShow', options)
    },
    hide(): void {
      if (launched) notify('onHide', 'appHide', {})
    },
    notify,
    callHandler,
  }
}

export type App = ReturnType<typeof createApp>
