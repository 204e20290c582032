import type { BundleManifest } from '@sampan/protocol'

/** Fetches what a launch begins with. Rejects with an Error that says which file and why. */
export async function fetchManifest(baseUrl: string, signal: AbortSignal): Promise<BundleManifest> {
  const response = await fetchFile(`${baseUrl}manifest.json`, signal)
  const manifest = (await response.json()) as BundleManifest
  if (manifest?.formatVersion !== 1) {
    throw new Error(`manifest.json: format version ${String(manifest?.formatVersion)} is not known here`)
  }
  return manifest
}

const workerScripts = new Map<string, Promise<string>>()

/** The worker's code is the same for every program: one download for a page that opens many. */
export function fetchWorkerScript(url: string): Promise<string> {
  const known = workerScripts.get(url)
  if (known) return known
  const script = fetchFile(url, AbortSignal.timeout(60_000)).then((response) => response.text())
  workerScripts.set(url, script)
  script.catch(() => workerScripts.delete(url))
  return script
}

async function fetchFile(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`${new URL(url).pathname}: HTTP ${response.status}`)
  return response
}
