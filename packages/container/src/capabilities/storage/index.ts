import * as v from 'valibot'
import { type Capability, type CapabilityHost, method } from '../capability'

/** Above any real use; the sizes that count are the storage's own. */
const MAX_CHANGES = 100_000

const changesSchema = v.object({
  clear: v.boolean(),
  changes: v.pipe(
    v.array(v.object({ key: v.string(), json: v.nullable(v.string()) })),
    v.maxLength(MAX_CHANGES),
  ),
})

/** Keeps what `wx.setStorage` and its relatives change. Reading is the worker's: it got everything at launch. */
export function createStorage(host: CapabilityHost): Capability {
  const { storage } = host
  let queue: Promise<unknown> = Promise.resolve()

  async function write({ clear, changes }: v.InferOutput<typeof changesSchema>): Promise<void> {
    if (clear) await storage.clear()
    for (const { key, json } of changes) {
      if (json === null) await storage.remove(key)
      else await storage.set(key, json)
    }
  }

  return {
    methods: {
      /** Batches are kept in the order in which they came. */
      writeStorage: method(changesSchema, (batch) => {
        const written = queue.then(() => write(batch))
        queue = written.catch(() => undefined)
        return written
      }),
    },
  }
}
