import type { SuperappConfig } from '@sampan/platform-api'
import type { KeepMessage } from './keep-message'

/** Keeps the shell, and the files of programs that were used, for a start without a connection. Needs https or localhost. */
export interface OfflineKeeper {
  /**
   * Keeps what the page has loaded so far, and forgets earlier releases. The service worker sees most requests by
   * itself, but not those that were made before it was there. Once a program has run, all of the runtime is kept.
   */
  keepLoaded(hasRunProgram: boolean): Promise<void>
}

export function createOfflineKeeper({ programs, runtimeUrl }: SuperappConfig): OfflineKeeper {
  const folders = [runtimeUrl, ...programs.flatMap(({ bundleUrl, iconUrl }) => [bundleUrl, iconUrl])]
  const current = [import.meta.url, ...folders].map((url) => new URL(url, location.href).pathname)
  return {
    async keepLoaded(hasRunProgram) {
      if (!('serviceWorker' in navigator)) return
      await navigator.serviceWorker.register('/service-worker.js')
      const { active } = await navigator.serviceWorker.ready
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
      const message: KeepMessage = { loaded, current }
      if (hasRunProgram) message.scriptList = new URL(`${runtimeUrl}files.json`, location.href).href
      active?.postMessage(message)
    },
  }
}
