import { type BundleManifest, type LatePart, neededParts } from '@sampan/protocol'
import { describeError } from './describe-error'

/** Fetches what a launch begins with. Rejects with an Error that says which file and why. */
export async function fetchManifest(baseUrl: string, signal: AbortSignal): Promise<BundleManifest> {
  const response = await fetchFile(`${baseUrl}manifest.json`, signal)
  const manifest = (await response.json()) as BundleManifest
  if (manifest?.formatVersion !== 1) {
    throw new Error(`manifest.json: format version ${String(manifest?.formatVersion)} is not known here`)
  }
  return manifest
}

const runtimeScripts = new Map<string, Promise<string>>()

/** The runtime's code is the same for every program: one download for a page that opens many. */
export function fetchRuntimeScript(url: string): Promise<string> {
  const known = runtimeScripts.get(url)
  if (known) return known
  const script = fetchFile(url, AbortSignal.timeout(60_000)).then((response) => response.text())
  runtimeScripts.set(url, script)
  script.catch(() => runtimeScripts.delete(url))
  return script
}

export interface WorkerParts {
  scripts: Partial<Record<LatePart, string>>
  /** Why some are not there: what the program asks of them will fail. */
  problems: string[]
}

/** Code that the worker needs for this program beside its own. */
export async function fetchWorkerParts(runtimeUrl: string, manifest: BundleManifest): Promise<WorkerParts> {
  const parts: WorkerParts = { scripts: {}, problems: [] }
  await Promise.all(
    neededParts(manifest.lateParts).map(async (name) => {
      try {
        parts.scripts[name] = await fetchRuntimeScript(`${runtimeUrl}worker-${name}.js`)
      } catch (error) {
        parts.problems.push(`worker-${name}.js: ${describeError(error)}`)
      }
    }),
  )
  return parts
}

async function fetchFile(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`${new URL(url).pathname}: HTTP ${response.status}`)
  return response
}
