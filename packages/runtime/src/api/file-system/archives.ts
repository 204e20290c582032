import { parameterError } from '../parameters'
import { requireBytesPart } from './bytes-part'
import { fileError } from './file-errors'
import type { FileStore } from './file-store'
import { bytesOf, requireFile } from './file-tree'
import { parentKey, parseProgramPath, type ProgramPath } from './program-path'
import { decodeBytes } from './text-encoding'
import { putFile, requireWritable, STORAGE_LIMIT_BYTES } from './file-writing'

/** `FileSystemManager.unzip`: makes the target directory and what is in it. */
export function unzip(store: FileStore, zipFilePath: unknown, targetPath: unknown): void {
  const entries = readArchive(store, parseProgramPath(zipFilePath, 'zipFilePath'))
  const target = requireWritable(store, targetPath, 'targetPath')
  ensureDirectory(store, target.key)
  for (const [name, bytes] of Object.entries(entries)) {
    const path = requireWritable(store, `wxfile://${target.key}/${name}`, 'targetPath')
    if (!path.key.startsWith(`${target.key}/`)) throw fileError(1301103, name)
    if (name.endsWith('/')) {
      ensureDirectory(store, path.key)
      continue
    }
    ensureDirectory(store, parentKey(path.key))
    putFile(store, path, bytes)
  }
}

interface ZipEntryResult {
  data?: string | ArrayBuffer
  errMsg: string
}

/** `FileSystemManager.readZipEntry`: some files of an archive, or all of them. */
export function readZipEntries(
  store: FileStore,
  filePath: unknown,
  wanted: unknown,
  encoding: unknown,
): Record<string, ZipEntryResult> {
  if (wanted !== 'all' && !Array.isArray(wanted)) throw parameterError('entries', 'Array', wanted)
  const archive = new Map(Object.entries(readArchive(store, parseProgramPath(filePath, 'filePath'))))
  const requests: { path: string; encoding?: unknown; position?: unknown; length?: unknown }[] =
    wanted === 'all'
      ? [...archive.keys()].filter((path) => !path.endsWith('/')).map((path) => ({ path, encoding }))
      : (wanted as { path: string }[])
  const results = requests.map((request): [string, ZipEntryResult] => {
    const bytes = archive.get(request.path)
    if (!bytes)
      return [request.path, { errMsg: `readZipEntry:fail no such file or directory ${request.path}` }]
    const start = typeof request.position === 'number' ? request.position : 0
    const end = typeof request.length === 'number' ? start + request.length : undefined
    const part = bytes.slice(start, end)
    const data = request.encoding ? decodeBytes(part, request.encoding) : (part.buffer as ArrayBuffer)
    return [request.path, { data, errMsg: 'readZipEntry:ok' }]
  })
  return Object.fromEntries(results)
}

function readArchive(store: FileStore, path: ProgramPath): Record<string, Uint8Array> {
  const bytes = bytesOf(path.key, requireFile(store.tree, path))
  const { unpack } = requireBytesPart()
  let totalBytes = 0
  try {
    return unpack(bytes, (sizeBytes) => {
      totalBytes += sizeBytes
      if (totalBytes > STORAGE_LIMIT_BYTES) throw fileError(1300202)
    })
  } catch (error) {
    if (totalBytes > STORAGE_LIMIT_BYTES) throw error
    throw fileError(1301102)
  }
}

function ensureDirectory(store: FileStore, key: string): void {
  if (store.tree.get(key)?.kind === 'file') throw fileError(1300020, `wxfile://${key}`)
  if (store.tree.get(key)) return
  store.tree.makeDirectory(key)
  store.changed(key)
}
