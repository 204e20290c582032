import { type ApiContext, ApiError } from '../api-context'

/**
 * The program's storage as the worker sees it: loaded at launch, answered at once, written behind. Changes of one turn
 * go to the container in one call; `saved` settles when it has them.
 */
export interface StorageCache {
  get(key: string): string | undefined
  set(key: string, json: string): void
  remove(key: string): void
  clear(): void
  keys(): string[]
  readonly usedBytes: number
  readonly limitKb: number
  /** All changes so far are in the container's hands. Rejects with its refusal. */
  saved(): Promise<void>
}

const MAX_VALUE_BYTES = 1024 * 1024

export function createStorageCache(context: ApiContext): StorageCache {
  const values = new Map(Object.entries(context.storage))
  const encoder = new TextEncoder()
  const sizeOf = (key: string, json: string) =>
    encoder.encode(key).byteLength + encoder.encode(json).byteLength
  const writer = createWriter(context)
  const limitKb = context.environment.storageLimitKb
  let usedBytes = 0
  for (const [key, json] of values) usedBytes += sizeOf(key, json)

  const sizeOfKept = (key: string) => {
    const json = values.get(key)
    return json === undefined ? 0 : sizeOf(key, json)
  }

  return {
    get: (key) => values.get(key),
    keys: () => [...values.keys()],
    limitKb,
    get usedBytes() {
      return usedBytes
    },
    set(key, json) {
      const sizeBytes = sizeOf(key, json)
      if (sizeBytes > MAX_VALUE_BYTES) throw new ApiError({ message: 'entry size limit reached' })
      const nextBytes = usedBytes - sizeOfKept(key) + sizeBytes
      if (nextBytes > limitKb * 1024) {
        throw new ApiError({ message: `exceed storage max size ${Math.round(limitKb / 1024)}Mb` })
      }
      usedBytes = nextBytes
      values.set(key, json)
      writer.change(key, json)
    },
    remove(key) {
      if (!values.has(key)) return
      usedBytes -= sizeOfKept(key)
      values.delete(key)
      writer.change(key, null)
    },
    clear() {
      values.clear()
      usedBytes = 0
      writer.clear()
    },
    saved: () => writer.saved(),
  }
}

interface StorageWriter {
  change(key: string, json: string | null): void
  clear(): void
  saved(): Promise<void>
}

function createWriter(context: ApiContext): StorageWriter {
  let changes = new Map<string, string | null>()
  let clearFirst = false
  /** Of the batch that is being gathered; undefined when there is none. */
  let gathering: Promise<void> | undefined

  async function send(): Promise<void> {
    await Promise.resolve()
    const batch = [...changes].map(([key, json]) => ({ key, json }))
    const clear = clearFirst
    changes = new Map()
    clearFirst = false
    gathering = undefined
    try {
      await context.call('writeStorage', { clear, changes: batch })
    } catch (error) {
      context.warn(`Storage was not saved: ${error instanceof Error ? error.message : String(error)}`)
      throw error
    }
  }

  let last: Promise<void> = Promise.resolve()
  function schedule(): void {
    if (gathering) return
    gathering = send()
    last = gathering
    // `saved` hands the failure to whoever asks; nobody has to.
    last.catch(() => undefined)
  }

  return {
    change(key, json) {
      changes.set(key, json)
      schedule()
    },
    clear() {
      changes = new Map()
      clearFirst = true
      schedule()
    },
    saved: () => last,
  }
}
