import type { LaunchOptions } from '@sampan/protocol'
import type { Theme } from './interface/theme'
import { createPageSurface } from './pages/page-surface'
import { type ProgramOptions, frameSource } from './program-options'
import type { ProgramEvents } from './program-events'
import { fetchManifest, fetchRuntimeScript, fetchWorkerParts } from './program-files'
import { fetchPackage } from './pages/package-loader'
import { createWorld } from './sandbox/world'
import { type Loaded, type Session, createSession } from './session'
import { openProgramStorage } from './storage/program-storage'

/** One running program. `close` is final; a program that starts again is a new one. */
export interface Program {
  open(path: string): Promise<void>
  back(): Promise<boolean>
  show(options?: Partial<LaunchOptions>): void
  hide(): void
  setTheme(theme: Theme): void
  resize(): void
  openMenu(): void
  close(reason: ProgramEvents['closed']['reason']): void
}

const CLOSING_GRACE_MS = 300

export function startProgram(options: ProgramOptions): Program {
  const stop = new AbortController()
  const { emit } = options
  let session: Session | undefined

  const loading = load(options, stop.signal).then((loaded) => {
    session = createSession(options, loaded, close)
    return session
  })
  const launched = loading
    .then((started) => started.start())
    .catch((error: unknown) => {
      if (stop.signal.aborted) return
      const message = error instanceof Error ? error.message : String(error)
      emit('error', { kind: 'load', message, fatal: true })
      close('failure')
    })

  function close(reason: ProgramEvents['closed']['reason']): void {
    if (stop.signal.aborted) return
    stop.abort()
    session?.end(reason === 'failure' ? 0 : CLOSING_GRACE_MS)
    emit('closed', { reason })
  }

  return {
    async open(path) {
      await launched
      await session?.open(path)
    },
    async back() {
      await launched
      return (await session?.back()) ?? false
    },
    show: (changes) => session?.show(changes),
    hide: () => session?.hide(),
    setTheme: (theme) => session?.setTheme(theme),
    resize: () => session?.resize(),
    openMenu: () => session?.openMenu(),
    close,
  }
}

async function openMemoryStorage() {
  const { createMemoryStorage } = await import('./storage/memory-storage')
  return createMemoryStorage()
}

/** All that a launch needs, fetched at once. The worker and the first frame start while the rest is on its way. */
async function load(options: ProgramOptions, signal: AbortSignal): Promise<Loaded> {
  const firstSurface = createPageSurface(options.screen.stage, frameSource(options))
  signal.addEventListener('abort', firstSurface.dispose, { once: true })
  const main = fetchPackage(options.baseUrl, 'main', signal)
  main.catch(() => undefined)
  const startingWorld = fetchRuntimeScript(`${options.runtimeUrl}worker.js`).then((script) => {
    signal.throwIfAborted()
    const world = createWorld(options.screen.mount, script, options.nonce)
    signal.addEventListener('abort', world.terminate, { once: true })
    return world
  })
  startingWorld.catch(() => undefined)
  const manifest = await fetchManifest(options.baseUrl, signal)
  const fetchingParts = fetchWorkerParts(options.runtimeUrl, manifest)
  const owner = { appId: manifest.appId, userId: options.userId }
  const storage = await openProgramStorage(owner).catch(openMemoryStorage)
  const [values, parts, world] = await Promise.all([storage.getAll(), fetchingParts, startingWorld])
  signal.throwIfAborted()
  // From here on the session ends it, with time to store what it has.
  signal.removeEventListener('abort', world.terminate)
  signal.removeEventListener('abort', firstSurface.dispose)
  return { manifest, storage, values, parts, main, world, firstSurface }
}
