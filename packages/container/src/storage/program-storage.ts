import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import {
  CapabilityError,
  type HostNotes,
  type ProgramFiles,
  type ProgramStorage,
} from '../capabilities/capability'
import { withTemporaryFiles } from './temporary-files'

interface ProgramDatabase extends DBSchema {
  values: { key: string; value: string }
  files: { key: string; value: Blob }
  /** Beside the bytes, so that listing reads no content. */
  fileInfo: { key: string; value: { sizeBytes: number; modifiedMs: number } }
  notes: { key: string; value: unknown }
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
  const database = await openDB<ProgramDatabase>(`sampan-program:${owner.appId}`, 2, {
    upgrade(fresh, oldVersion) {
      if (oldVersion < 1) {
        fresh.createObjectStore('values')
        fresh.createObjectStore('files')
        fresh.createObjectStore('fileInfo')
      }
      if (oldVersion < 2) fresh.createObjectStore('notes')
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
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
    const [keys, values] = await Promise.all([
      database.getAllKeys('values', range),
      database.getAll('values', range),
    ])
    const all = Object.create(null) as Record<string, string>
    keys.forEach((key, index) => {
      const name = key.slice(prefix.length)
      const value = values[index] ?? ''
      all[name] = value
      account(name, sizeOf(name, value))
    })
    return all
  }
  // Quota needs the sizes of what is there.
  const initial = load()

  return {
    async getAll() {
      await initial
      sizes.clear()
      usedBytes = 0
      return load()
    },
    async set(key, json) {
      await initial
      const sizeBytes = sizeOf(key, json)
      if (sizeBytes > VALUE_LIMIT_BYTES) throw new CapabilityError('data exceed max size 1MB')
      if (usedBytes + sizeBytes - (sizes.get(key) ?? 0) > STORAGE_LIMIT_KB * 1024) {
        throw new CapabilityError('exceed storage max size 10Mb')
      }
      account(key, sizeBytes)
      await database.put('values', json, prefix + key)
    },
    async remove(key) {
      await initial
      account(key, 0)
      await database.delete('values', prefix + key)
    },
    async clear() {
      await initial
      sizes.clear()
      usedBytes = 0
      await database.delete('values', range)
    },
    files: withTemporaryFiles(programFiles(database, prefix, range)),
    notes: hostNotes(database, prefix),
    close: () => database.close(),
  }
}

function hostNotes(database: IDBPDatabase<ProgramDatabase>, prefix: string): HostNotes {
  return {
    get: (key) => database.get('notes', prefix + key),
    async set(key, value) {
      await database.put('notes', value, prefix + key)
    },
  }
}

function programFiles(
  database: IDBPDatabase<ProgramDatabase>,
  prefix: string,
  range: IDBKeyRange,
): ProgramFiles {
  return {
    async list() {
      const [keys, infos] = await Promise.all([
        database.getAllKeys('fileInfo', range),
        database.getAll('fileInfo', range),
      ])
      return keys.map((key, index) => ({ path: key.slice(prefix.length), ...infos[index]! }))
    },
    async read(path) {
      const blob = await database.get('files', prefix + path)
      return blob && new Uint8Array(await blob.arrayBuffer())
    },
    readBlob: (path) => database.get('files', prefix + path),
    async write(path, bytes) {
      checkPath(path)
      const transaction = database.transaction(['files', 'fileInfo'], 'readwrite')
      const info = transaction.objectStore('fileInfo')
      const [keys, infos] = await Promise.all([info.getAllKeys(range), info.getAll(range)])
      const used = infos.reduce((sum, { sizeBytes }, index) => {
        return keys[index] === prefix + path ? sum : sum + sizeBytes
      }, 0)
      if (used + bytes.byteLength > FILES_LIMIT_BYTES) {
        throw new CapabilityError('the maximum size of the file storage limit is exceeded', {
          errno: 1300202,
        })
      }
      await Promise.all([
        transaction.objectStore('files').put(new Blob([bytes as Uint8Array<ArrayBuffer>]), prefix + path),
        info.put({ sizeBytes: bytes.byteLength, modifiedMs: Date.now() }, prefix + path),
        transaction.done,
      ])
    },
    async remove(path) {
      const transaction = database.transaction(['files', 'fileInfo'], 'readwrite')
      await Promise.all([
        transaction.objectStore('files').delete(prefix + path),
        transaction.objectStore('fileInfo').delete(prefix + path),
        transaction.done,
      ])
    },
  }
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
