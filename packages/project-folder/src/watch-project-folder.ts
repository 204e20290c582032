import { watch } from 'chokidar'
import { basename, relative, resolve, sep } from 'node:path'
import { isIgnoredFolder } from './list-files'

export interface FolderChanges {
  /** Relative to the folder, with `/`. */
  paths: string[]
  /** True if files came or went: the listing has to be read anew. */
  listingChanged: boolean
}

export interface FolderWatcher {
  close(): Promise<void>
}

/** An editor writes several files, or one in several steps: changes this close together are told as one. */
const SETTLE_MS = 25

/**
 * Tells about changes below `folder` until closed. Resolves when it watches. `onChange` is not called again before the
 * promise that it returns is settled; what happens meanwhile is told after it. `onError` gets what it rejects with, and
 * what keeps the watcher from watching (the system's limit of watched files).
 */
export async function watchProjectFolder(
  folder: string,
  onChange: (changes: FolderChanges) => Promise<void>,
  onError: (error: unknown) => void,
): Promise<FolderWatcher> {
  const root = resolve(folder)
  const changed = new Set<string>()
  let listingChanged = false
  let timer: NodeJS.Timeout | undefined
  let busy = false

  async function flush() {
    timer = undefined
    if (busy || changed.size === 0) return
    busy = true
    const changes = { paths: [...changed], listingChanged }
    changed.clear()
    listingChanged = false
    try {
      await onChange(changes)
    } catch (error) {
      onError(error)
    } finally {
      busy = false
      if (changed.size > 0) schedule()
    }
  }

  function schedule() {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), SETTLE_MS)
  }

  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path) => path !== root && isIgnoredFolder(basename(path)),
  })
  watcher.on('all', (event, path) => {
    changed.add(relative(root, path).split(sep).join('/'))
    if (event !== 'change') listingChanged = true
    schedule()
  })
  watcher.on('error', onError)
  await new Promise<void>((done) => watcher.once('ready', done))
  return {
    async close() {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}
