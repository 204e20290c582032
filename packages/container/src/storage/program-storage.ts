import {
  CapabilityError,
  type HostNotes,
  type ProgramFiles,
  type ProgramStorage,
} from '../capabilities/capability'
import { completionOf, openDatabase, resultOf } from './database'
import { withTemporaryFiles } from './temporary-files'

/** What is kept in each object store, by key. */
interface Stores {
  values: string
  files: Blob
  /** Beside the bytes, so that listing reads no content. */
  fileInfo: { sizeBytes: number; modifiedMs: number }
  notes: unknown
}

/** As WeChat: 10 MB of key-value data, 200 MB of files, each for one program and one user. */
export const STORAGE_LIMIT_KB = 10 * 1024
const FILES_LIMIT_BYTES = 200 * 1024 * 1024
const VALUE_LIMIT_BYTES = 1024 * 1024
const SEPARATOR = '\u0000'

export interface StorageOwner {
  appId: string
  userId: string
}

/** IndexedDB of the host's origin: one database per program, keys prefixed by user. Frames and workers of programs
 * have an opaque origin and cannot reach it. */
export async function openProgramStorage(owner: StorageOwner): Promise<ProgramStorage & { close(): void }> {
  const database = await openDatabase(`sampan-program:${owner.appId}`, 2, (fresh, oldVersion) => {
    if (oldVersion < 1) {
      fresh.createObjectStore('values')
      fresh.createObjectStore('files')
      fresh.createObjectStore('fileInfo')
    }
    if (oldVersion < 2) fresh.createObjectStore('notes')
  })
  const prefix = owner.userId + SEPARATOR
  const range = IDBKeyRange.bound(prefix, `${owner.userId}\u0001`, false, true)
  const sizes = new Map<string, number>()
  let usedBytes = 0

  function account(key: string, sizeBytes: number): void {
    usedBytes += sizeBytes - (sizes.get(key) ?? 0)
    if (sizeBytes === 0) sizes.delete(key)
    else sizes.set(key, sizeBytes)
  }

  async function load(): Promise<Record<string, string>> {
    const [keys, values] = await readAll(database, 'values', range)
    const all = Object.create(null) as Record<string, string>
    sizes.clear()
    usedBytes = 0
    keys.forEach((key, index) => {
      const name = key.slice(prefix.length)
      const value = values[index] ?? ''
      all[name] = value
      account(name, sizeOf(name, value))
    })
    return all
  }

  // Quota needs the sizes of what is there.
  let loaded: Promise<unknown> | undefined
  const ready = () => (loaded ??= load())

  return {
    getAll() {
      const all = load()
      loaded = all
      return all
    },
    async set(key, json) {
      await ready()
      const sizeBytes = sizeOf(key, json)
      if (sizeBytes > VALUE_LIMIT_BYTES) throw new CapabilityError('data exceed max size 1MB')
      if (usedBytes + sizeBytes - (sizes.get(key) ?? 0) > STORAGE_LIMIT_KB * 1024) {
        throw new CapabilityError('exceed storage max size 10Mb')
      }
      account(key, sizeBytes)
      await write(database, ['values'], (values) => values.put(json, prefix + key))
    },
    async remove(key) {
      await ready()
      account(key, 0)
      await write(database, ['values'], (values) => values.delete(prefix + key))
    },
    async clear() {
      await ready()
      sizes.clear()
      usedBytes = 0
      await write(database, ['values'], (values) => values.delete(range))
    },
    files: withTemporaryFiles(programFiles(database, prefix, range)),
    notes: hostNotes(database, prefix),
    close: () => database.close(),
  }
}

function hostNotes(database: IDBDatabase, prefix: string): HostNotes {
  return {
    get: (key) => readOne(database, 'notes', prefix + key),
    set: (key, value) => write(database, ['notes'], (notes) => notes.put(value, prefix + key)),
  }
}

function programFiles(database: IDBDatabase, prefix: string, range: IDBKeyRange): ProgramFiles {
  return {
    async list() {
      const [keys, infos] = await readAll(database, 'fileInfo', range)
      return keys.map((key, index) => ({ path: key.slice(prefix.length), ...infos[index]! }))
    },
    async read(path) {
      const blob = await readOne(database, 'files', prefix + path)
      return blob && new Uint8Array(await blob.arrayBuffer())
    },
    readBlob: (path) => readOne(database, 'files', prefix + path),
    async write(path, bytes) {
      checkPath(path)
      const transaction = database.transaction(['files', 'fileInfo'], 'readwrite')
      const kept = completionOf(transaction)
      kept.catch(() => undefined)
      const info = transaction.objectStore('fileInfo')
      const [keys, infos] = await readStore<'fileInfo'>(info, range)
      const used = infos.reduce((sum, { sizeBytes }, index) => {
        return keys[index] === prefix + path ? sum : sum + sizeBytes
      }, 0)
      if (used + bytes.byteLength > FILES_LIMIT_BYTES) {
        throw new CapabilityError('the maximum size of the file storage limit is exceeded', {
          errno: 1300202,
        })
      }
      const content = new Blob([bytes as Uint8Array<ArrayBuffer>])
      transaction.objectStore('files').put(content, prefix + path)
      info.put({ sizeBytes: bytes.byteLength, modifiedMs: Date.now() }, prefix + path)
      await kept
    },
    remove: (path) =>
      write(database, ['files', 'fileInfo'], (files, info) => {
        files.delete(prefix + path)
        info.delete(prefix + path)
      }),
  }
}

type StoreName = keyof Stores

function readOne<Name extends StoreName>(
  database: IDBDatabase,
  store: Name,
  key: string,
): Promise<Stores[Name] | undefined> {
  return resultOf(database.transaction(store).objectStore(store).get(key))
}

function readAll<Name extends StoreName>(
  database: IDBDatabase,
  store: Name,
  range: IDBKeyRange,
): Promise<[keys: string[], values: Stores[Name][]]> {
  return readStore<Name>(database.transaction(store).objectStore(store), range)
}

function readStore<Name extends StoreName>(
  store: IDBObjectStore,
  range: IDBKeyRange,
): Promise<[keys: string[], values: Stores[Name][]]> {
  return Promise.all([
    resultOf(store.getAllKeys(range) as IDBRequest<string[]>),
    resultOf(store.getAll(range) as IDBRequest<Stores[Name][]>),
  ])
}

/** Resolves when what `change` did is kept: all of it, or nothing. */
function write(
  database: IDBDatabase,
  names: StoreName[],
  change: (...stores: [IDBObjectStore, IDBObjectStore]) => void,
): Promise<void> {
  const transaction = database.transaction(names, 'readwrite')
  const stores = names.map((name) => transaction.objectStore(name))
  change(...(stores as [IDBObjectStore, IDBObjectStore]))
  return completionOf(transaction)
}

const FILE_PATH = /^(usr|store|tmp)\/.{1,1000}$/

function checkPath(path: string): void {
  const segments = path.split('/')
  if (!FILE_PATH.test(path) || segments.includes('..') || segments.includes('.')) {
    throw new CapabilityError(`permission denied, open "${path}"`, { errno: 1300013 })
  }
}

/** Both are counted in UTF-8, as the worker counts them. */
function sizeOf(key: string, json: string): number {
  return encoder.encode(key).length + encoder.encode(json).length
}
const encoder = new TextEncoder()
