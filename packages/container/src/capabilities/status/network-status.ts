import type { CapabilityHost } from '../capability'

/** What browsers that know tell about the connection. */
interface NetworkInformation extends EventTarget {
  type?: string
  effectiveType?: string
}

const CELLULAR_TYPES: Readonly<Record<string, string>> = {
  'slow-2g': '2g',
  '2g': '2g',
  '3g': '3g',
  '4g': '4g',
}

/** In WeChat's words. A browser that does not tell is on wifi. */
export function networkType(): string {
  if (!navigator.onLine) return 'none'
  const connection = connectionOf()
  if (connection?.type === 'cellular') return CELLULAR_TYPES[connection.effectiveType ?? ''] ?? 'unknown'
  return 'wifi'
}

/** Keeps the environment up to date and tells of changes. Returns what ends it. */
export function watchNetwork(host: CapabilityHost): () => void {
  const stop = new AbortController()
  let last = host.environment().networkType
  const look = () => {
    const next = networkType()
    if (next === last) return
    last = next
    host.updateEnvironment({ networkType: next })
    host.emit('networkStatusChange', { isConnected: next !== 'none', networkType: next })
  }
  const options = { signal: stop.signal }
  window.addEventListener('online', look, options)
  window.addEventListener('offline', look, options)
  connectionOf()?.addEventListener('change', look, options)
  return () => stop.abort()
}

function connectionOf(): NetworkInformation | undefined {
  return (navigator as Navigator & { connection?: NetworkInformation }).connection
}
