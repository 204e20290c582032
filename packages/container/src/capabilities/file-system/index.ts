import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { createPackageFileLoader } from './package-files'
import { checkedKey, openProgramFile } from './program-file'
import { addTemporaryFile } from './temporary-file'
import { usesFileSystem } from './uses-file-system'
import { openDocument, requireFile, saveProgramFileToDisk } from './open-document'

/** In `usr` and `store` together: as the worker enforces it, enforced again because the worker is not trusted. */
const STORAGE_LIMIT_BYTES = 200 * 1024 * 1024
const MAX_FILES = 20_000

/**
 * The container's half of the file system: it keeps what the worker's tree says, and hands over what the worker
 * lacks. The rules of the API (permissions, parents, texts) are the worker's; here a path is only ever a key.
 */
function createFileSystem(host: CapabilityHost): Capability {
  const { files } = host.storage
  const packageFiles = createPackageFileLoader(host)
  const sizes = new Map<string, number>()
  let index: Promise<void> | undefined
  let queue: Promise<unknown> = Promise.resolve()

  /** Sends every file of the program, once. */
  function load(): Promise<void> {
    index ??= sendIndex(host, sizes)
    return index
  }

  /** Changes are kept in the order in which they came. */
  function enqueue<Result>(run: () => Promise<Result>): Promise<Result> {
    const result = queue.then(run)
    queue = result.catch(() => undefined)
    return result
  }

  async function commit(changes: readonly Change[]): Promise<void> {
    await load()
    for (const { path, content } of changes) {
      if (content === null) {
        sizes.delete(path)
        await files.remove(path)
        await files.remove(`${path}/`)
        continue
      }
      const bytes = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content
      if (!fits(sizes, path, bytes.length)) {
        throw new CapabilityError('the maximum size of the file storage limit is exceeded', {
          errno: 1300202,
        })
      }
      sizes.set(path, bytes.length)
      await files.write(path, bytes)
    }
  }

  return {
    async beforePackage(packageId, serviceScript) {
      if (!usesFileSystem(serviceScript)) return
      await Promise.all([load(), packageFiles.prepare(packageId, serviceScript)])
    },
    methods: {
      fileSystemLoad: method(v.object({}), load),
      fileSystemFetch: method(v.object({ path: keySchema }), async ({ path }) => {
        const blob = await requireFile(host, path)
        const record = { path, content: blob, sizeBytes: blob.size, modifiedMs: Date.now() }
        host.emit('fileSystem.added', { files: [record] })
      }),
      fileSystemCommit: method(
        v.object({ changes: v.pipe(v.array(changeSchema), v.maxLength(MAX_FILES)) }),
        ({ changes }) => enqueue(() => commit(changes)),
      ),
      addTemporaryFile: method(v.object({ content: temporarySchema }), ({ content }) =>
        addTemporaryFile(host, content),
      ),
      fileSystemDecompress: method(v.object({ path: keySchema }), async ({ path }) => {
        return decompressBrotli(await requireFile(host, path))
      }),
      openDocument: method(
        v.object({
          filePath: keySchema,
          fileType: v.optional(v.string()),
          showMenu: v.optional(v.boolean()),
        }),
        (params) => openDocument(host, params),
      ),
      saveFileToDisk: method(v.object({ filePath: keySchema }), ({ filePath }) =>
        saveProgramFileToDisk(host, filePath),
      ),
    },
  }
}

const MAX_TEMPORARY_BYTES = 100 * 1024 * 1024
const temporarySchema = v.pipe(
  v.instance(Blob),
  v.check((blob) => blob.size <= MAX_TEMPORARY_BYTES),
)

interface Change {
  path: string
  content: Uint8Array | Blob | null
}

const keySchema = v.pipe(
  v.string(),
  v.check((key) => checkedKey(key) !== undefined),
)

/** A directory's key ends with a slash. Temporary files may only be taken away. */
const changeSchema = v.pipe(
  v.object({
    path: v.pipe(
      v.string(),
      v.check(
        (path) => /^(?:usr|store|tmp)\//.test(path) && checkedKey(path.replace(/\/$/, '')) !== undefined,
      ),
    ),
    content: v.nullable(v.union([v.instance(Uint8Array), v.instance(Blob)])),
  }),
  v.check(({ path, content }) => content === null || !path.startsWith('tmp/')),
)

async function sendIndex(host: CapabilityHost, sizes: Map<string, number>): Promise<void> {
  const listed = await host.storage.files.list()
  const records = await Promise.all(
    listed.map(async ({ path, sizeBytes, modifiedMs }) => {
      if (!path.startsWith('tmp/')) sizes.set(path, sizeBytes)
      const content = path.endsWith('/') ? new Uint8Array() : await openProgramFile(host, path)
      return { path, content: content ?? new Uint8Array(), sizeBytes, modifiedMs }
    }),
  )
  host.emit('fileSystem.loaded', { files: records })
}

function fits(sizes: ReadonlyMap<string, number>, path: string, sizeBytes: number): boolean {
  let total = sizeBytes - (sizes.get(path) ?? 0)
  for (const size of sizes.values()) total += size
  return total <= STORAGE_LIMIT_BYTES && (sizes.has(path) || sizes.size < MAX_FILES)
}

async function decompressBrotli(blob: Blob): Promise<ArrayBuffer> {
  let stream: DecompressionStream
  try {
    stream = new DecompressionStream('brotli' as CompressionFormat)
  } catch {
    throw new CapabilityError('not supported: this browser does not decode brotli')
  }
  try {
    return await new Response(blob.stream().pipeThrough(stream)).arrayBuffer()
  } catch {
    throw new CapabilityError('brotli decompress fail', { errno: 1301111 })
  }
}

export { createFileSystem as create }
export { fileSystemTexts as texts } from './texts'
