import { type ApiContext, ApiError, type ApiTable, type AsyncApi, asyncApi } from '../api-context'
import { requireArray, requireString } from '../parameters'
import { syncApi } from '../sync-api'
import { createStorageCache, type StorageCache } from './storage-cache'
import { decodeStoredValue, encodeStoredValue } from './stored-value'

/** Key-value storage: `wx.setStorage` and its relatives, answered from the worker's cache. */
export function createStorageApis(context: ApiContext): ApiTable {
  const cache = createStorageCache(context)
  return {
    ...createSyncApis(cache),
    ...createAsyncApis(context, cache),
    ...createBatchApis(context, cache),
  }
}

function createSyncApis(cache: StorageCache): ApiTable {
  return {
    setStorageSync: syncApi('setStorageSync', (key, value) => {
      cache.set(checkKey(key), encode(value))
    }),
    getStorageSync: syncApi('getStorageSync', (key) => read(cache, checkKey(key))),
    removeStorageSync: syncApi('removeStorageSync', (key) => cache.remove(checkKey(key))),
    clearStorageSync: syncApi('clearStorageSync', () => cache.clear()),
    getStorageInfoSync: syncApi('getStorageInfoSync', () => info(cache)),
  }
}

function createAsyncApis(context: ApiContext, cache: StorageCache): Record<string, AsyncApi> {
  return {
    setStorage: (given) => {
      // What is stored is the data as it is now, not as it will be when the promise job runs.
      const encoded = attempt(() => encode(given?.data))
      return asyncApi(context, 'setStorage', async (options) => {
        const key = requireString(options, 'key')
        const json = encoded()
        const kept =
          options.encrypt === true ? JSON.stringify(await cipher(context, 'encryptStorage', json)) : json
        cache.set(key, kept)
        await cache.saved()
      })(given)
    },
    getStorage: asyncApi(context, 'getStorage', async (options) => {
      const key = requireString(options, 'key')
      const json = cache.get(key)
      if (json === undefined) throw new ApiError({ message: 'data not found' })
      if (options.encrypt !== true) return { data: decodeStoredValue(json) }
      return {
        data: decodeStoredValue(await cipher(context, 'decryptStorage', String(decodeStoredValue(json)))),
      }
    }),
    removeStorage: asyncApi(context, 'removeStorage', async (options) => {
      cache.remove(requireString(options, 'key'))
      await cache.saved()
    }),
    clearStorage: asyncApi(context, 'clearStorage', async () => {
      cache.clear()
      await cache.saved()
    }),
    getStorageInfo: asyncApi(context, 'getStorageInfo', () => info(cache)),
  }
}

function createBatchApis(context: ApiContext, cache: StorageCache): ApiTable {
  const writeAll = (list: unknown[]) => {
    const entries = list.map((entry) => {
      const { key, value } = (entry ?? {}) as { key?: unknown; value?: unknown }
      return { key: checkKey(key), json: encode(value) }
    })
    for (const { key, json } of entries) cache.set(key, json)
  }
  const readAll = (list: unknown[]) => list.map((key) => read(cache, checkKey(key)))
  return {
    batchSetStorageSync: syncApi('batchSetStorageSync', (list) => writeAll(checkList(list))),
    batchGetStorageSync: syncApi('batchGetStorageSync', (list) => readAll(checkList(list))),
    batchSetStorage: asyncApi(context, 'batchSetStorage', async (options) => {
      writeAll(requireArray(options, 'kvList'))
      await cache.saved()
    }),
    batchGetStorage: asyncApi(context, 'batchGetStorage', (options) => ({
      dataList: readAll(requireArray(options, 'keyList')),
    })),
  }
}

/** A key that is not there answers '', as documented. */
function read(cache: StorageCache, key: string): unknown {
  const json = cache.get(key)
  return json === undefined ? '' : decodeStoredValue(json)
}

function info(cache: StorageCache) {
  return { keys: cache.keys(), currentSize: Math.ceil(cache.usedBytes / 1024), limitSize: cache.limitKb }
}

function encode(value: unknown): string {
  try {
    return encodeStoredValue(value)
  } catch (error) {
    throw new ApiError({ message: `data cannot be converted to JSON: ${(error as Error).message}` })
  }
}

/** Runs now; the outcome, result or error, comes when asked for. */
function attempt<Result>(run: () => Result): () => Result {
  try {
    const result = run()
    return () => result
  } catch (error) {
    return () => {
      throw error
    }
  }
}

async function cipher(
  context: ApiContext,
  api: 'encryptStorage' | 'decryptStorage',
  text: string,
): Promise<string> {
  const answer = (await context.call(api, { text })) as { text: string }
  return answer.text
}

function checkKey(key: unknown): string {
  if (typeof key === 'string') return key
  throw new ApiError({ message: `parameter error: parameter should be String instead of ${typeName(key)};` })
}

function checkList(list: unknown): unknown[] {
  if (Array.isArray(list)) return list
  throw new ApiError({ message: `parameter error: parameter should be Array instead of ${typeName(list)};` })
}

const typeName = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1)
