import type { BundleManifest, ToWorker } from '@sampan/protocol'

/** Brings the program's packages to the worker, each once. */
export interface PackageLoader {
  isLoaded(id: string): boolean
  /** Resolves when the worker has been sent all of them. Rejects with an Error that says which failed. */
  load(ids: readonly string[]): Promise<void>
  /** Starts to fetch what may be needed soon; failures show when it is needed. */
  prefetch(id: string): void
}

export interface PackageCode {
  serviceScript: string
  styles: Record<string, string>
}

export function createPackageLoader(
  manifest: BundleManifest,
  baseUrl: string,
  signal: AbortSignal,
  parts: {
    /** What has to reach the worker ahead of the package's code. */
    prepare(id: string, serviceScript: string): Promise<void>
    send(message: ToWorker & { type: 'package' }): void
    /** Fetched before the manifest was there. */
    main: Promise<PackageCode>
  },
): PackageLoader {
  const known = new Set(manifest.packages.map((info) => info.id))
  const fetched = new Map<string, Promise<PackageCode>>([['main', parts.main]])
  parts.main.catch(() => fetched.delete('main'))
  const sent = new Map<string, Promise<void>>()
  const done = new Set<string>()

  function fetchCode(id: string): Promise<PackageCode> {
    const running = fetched.get(id)
    if (running) return running
    const code = fetchPackage(baseUrl, id, signal)
    fetched.set(id, code)
    code.catch(() => fetched.delete(id))
    return code
  }

  async function deliver(id: string): Promise<void> {
    const code = await fetchCode(id)
    fetched.delete(id)
    await parts.prepare(id, code.serviceScript)
    parts.send({ type: 'package', id, ...code })
    done.add(id)
  }

  function loadOne(id: string): Promise<void> {
    if (!known.has(id)) return Promise.reject(new Error(`there is no package "${id}"`))
    const running = sent.get(id)
    if (running) return running
    const delivery = deliver(id)
    sent.set(id, delivery)
    delivery.catch(() => sent.delete(id))
    return delivery
  }

  return {
    isLoaded: (id) => done.has(id),
    async load(ids) {
      for (const id of ids) if (known.has(id)) fetchCode(id).catch(() => undefined)
      // One after the other: the worker needs the main package before those that use it.
      for (const id of ids) await loadOne(id)
    },
    prefetch(id) {
      if (known.has(id) && !sent.has(id)) fetchCode(id).catch(() => undefined)
    },
  }
}

export async function fetchPackage(baseUrl: string, id: string, signal: AbortSignal): Promise<PackageCode> {
  const folderUrl = `${baseUrl}packages/${encodeURIComponent(id)}/`
  const [service, styles] = await Promise.all([
    fetch(`${folderUrl}service.js`, { signal }),
    fetch(`${folderUrl}styles.json`, { signal }),
  ])
  for (const response of [service, styles]) {
    if (!response.ok) throw new Error(`${new URL(response.url).pathname}: HTTP ${response.status}`)
  }
  return { serviceScript: await service.text(), styles: (await styles.json()) as Record<string, string> }
}
