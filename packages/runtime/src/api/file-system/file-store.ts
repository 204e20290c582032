import type { ApiContext } from '../api-context'
import { createFileTree, type FileRecord, type FileTree } from './file-tree'
import { NotLoadedError } from './file-errors'

/**
 * The program's files in the worker. The tree is the truth while the program runs; changes go to the container in
 * the order they were made, one batch at a time, and `saved` resolves when the container has acknowledged them.
 *
 * Synchronous reading works because the container sends handles (`Blob`) that a worker can read synchronously:
 * files of `usr`, `store` and `tmp` before a package whose code uses the file system runs, files of the code
 * package as described in the container's `package-files.ts`.
 */
export interface FileStore {
  readonly tree: FileTree
  /** Notes that a file or directory changed or is gone. */
  changed(key: string): void
  /** Resolves when every change noted so far is kept by the container; rejects if the container refused. */
  saved(): Promise<void>
  /** Runs a synchronous operation, fetching what it lacks. */
  withLoading<Result>(operation: () => Result): Promise<Result>
}

/** `null` takes the file or the empty directory away. Directories end with `/`. */
export interface FileChange {
  path: string
  content: Uint8Array | Blob | null
}

const stores = new WeakMap<ApiContext, FileStore>()

/** One store for each running program, shared by all families. */
export function fileStoreOf(context: ApiContext): FileStore {
  let store = stores.get(context)
  if (!store) {
    store = createFileStore(context)
    stores.set(context, store)
  }
  return store
}

function createFileStore(context: ApiContext): FileStore {
  const tree = createFileTree()
  tree.addRecords(packageIndex(context.program.manifest.files))
  context.on('fileSystem.loaded', (payload) => {
    tree.addRecords((payload as { files: FileRecord[] }).files)
    tree.loaded = true
  })
  context.on('fileSystem.added', (payload) => tree.addRecords((payload as { files: FileRecord[] }).files))

  const dirty = new Set<string>()
  let flushing: Promise<void> | undefined

  async function flush(): Promise<void> {
    await Promise.resolve()
    while (dirty.size > 0) {
      const changes = [...dirty].map((key) => changeOf(tree, key))
      dirty.clear()
      await context.call('fileSystemCommit', { changes })
    }
  }

  async function flushOnce(): Promise<void> {
    try {
      await flush()
    } finally {
      flushing = undefined
    }
  }

  return {
    tree,
    changed(key) {
      dirty.add(key)
      if (flushing) return
      flushing = flushOnce()
      flushing.catch((error: unknown) => context.warn(`A file could not be kept: ${String(error)}`))
    },
    async saved() {
      await flushing
    },
    async withLoading(operation) {
      const tried = new Set<string | undefined>()
      for (;;) {
        try {
          return operation()
        } catch (error) {
          if (!(error instanceof NotLoadedError) || tried.has(error.key)) throw error
          tried.add(error.key)
          if (error.key === undefined) await context.call('fileSystemLoad')
          else await context.call('fileSystemFetch', { path: error.key })
        }
      }
    },
  }
}

function changeOf(tree: FileTree, key: string): FileChange {
  const node = tree.get(key)
  if (!node) return { path: key, content: null }
  if (node.kind === 'directory') return { path: `${key}/`, content: new Uint8Array() }
  if (node.content === 'remote') throw new Error(`${key} changed without content`)
  return { path: key, content: node.content }
}

function packageIndex(files: Record<string, number>): FileRecord[] {
  return Object.entries(files).map(([path, sizeBytes]) => ({
    path: `package/${path}`,
    content: 'remote',
    sizeBytes,
    modifiedMs: 0,
  }))
}
