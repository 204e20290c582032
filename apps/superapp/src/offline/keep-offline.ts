import type { SuperappConfig } from '@sampan/platform-api'
import type { KeepMessage } from './keep-message'

/**
 * Lets programs that were used start without a connection. The first page is loaded before the worker is there: it is
 * told what that page has loaded, and which releases are the current ones. Needs a secure context (https, localhost).
 */
export async function keepOffline({ programs, runtimeUrl }: SuperappConfig): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/service-worker.js')
  const { active } = await navigator.serviceWorker.ready
  const message: KeepMessage = {
    loaded: performance.getEntriesByType('resource').map(({ name }) => name),
    current: [
      new URL(import.meta.url).pathname,
      ...[runtimeUrl, ...programs.flatMap(({ bundleUrl, iconUrl }) => [bundleUrl, iconUrl])].map(
        (url) => new URL(url, location.href).pathname,
      ),
    ],
  }
  active?.postMessage(message)
}
