import type { CapabilityHost } from '../capability'
import { openProgramFile } from './program-file'
import { usesFileSystem } from './uses-file-system'

/**
 * Which files of the code package the worker gets before a package runs, so that `readFileSync` can answer.
 *
 * Nothing is fetched for programs whose code does not mention a synchronous reading method. For the others, small
 * files are waited for up to `AWAITED_BYTES`; the rest follow in the background up to `BACKGROUND_BYTES`. A
 * synchronous read of a file that has not arrived fails and says so; asynchronous reads fetch what they need.
 */
export interface PackageFileLoader {
  /** Resolves when the awaited part has been emitted. */
  prepare(packageId: string, serviceScript: string): Promise<void>
}

const AWAITED_BYTES = 2 * 1024 * 1024
const BACKGROUND_BYTES = 32 * 1024 * 1024
const PARALLEL_FETCHES = 8

export function createPackageFileLoader(host: CapabilityHost): PackageFileLoader {
  const requested = new Set<string>()

  async function send(path: string): Promise<void> {
    const blob = await openProgramFile(host, `package/${path}`)
    if (!blob) return
    const file = { path: `package/${path}`, content: blob, sizeBytes: blob.size, modifiedMs: 0 }
    host.emit('fileSystem.added', { files: [file] })
  }

  async function sendAll(paths: string[]): Promise<void> {
    const queue = [...paths]
    const lanes = Array.from({ length: PARALLEL_FETCHES }, async () => {
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        await send(path).catch((error: unknown) => host.log('warn', String(error)))
      }
    })
    await Promise.all(lanes)
  }

  return {
    async prepare(packageId, serviceScript) {
      if (!readsFilesAtOnce(serviceScript)) return
      const wanted = filesOfPackage(host, packageId).filter(([path]) => !requested.has(path))
      const { awaited, later } = divide(wanted)
      for (const path of [...awaited, ...later]) requested.add(path)
      await sendAll(awaited)
      void sendAll(later)
    },
  }
}

function readsFilesAtOnce(serviceScript: string): boolean {
  return usesFileSystem(serviceScript) && /\b(?:readFile|copyFile|open)Sync\b/.test(serviceScript)
}

/** Files under the package's root, without those of packages inside it. The main package may read only its own. */
function filesOfPackage(host: CapabilityHost, packageId: string): [path: string, sizeBytes: number][] {
  const packages = host.manifest.packages
  const root = packages.find((info) => info.id === packageId)?.root ?? ''
  const inner = packages.map((info) => info.root).filter((other) => other !== root && isUnder(other, root))
  return Object.entries(host.manifest.files).filter(
    ([path]) => isUnder(path, root) && !inner.some((other) => isUnder(path, other)),
  )
}

function isUnder(path: string, root: string): boolean {
  return root === '' || path === root || path.startsWith(root.endsWith('/') ? root : `${root}/`)
}

function divide(files: [path: string, sizeBytes: number][]): { awaited: string[]; later: string[] } {
  const awaited: string[] = []
  const later: string[] = []
  let totalBytes = 0
  for (const [path, sizeBytes] of files.toSorted((a, b) => a[1] - b[1])) {
    totalBytes += sizeBytes
    if (totalBytes <= AWAITED_BYTES) awaited.push(path)
    else if (totalBytes <= BACKGROUND_BYTES) later.push(path)
  }
  return { awaited, later }
}
