import type { ApiError } from '../api-context'
import { randomHex } from '../natives'
import { parameterError } from '../parameters'
import { fileError, NotLoadedError } from './file-errors'
import type { FileStore } from './file-store'
import { bytesOf, type FileContent, requireFile, requireNode } from './file-tree'
import { extensionOf, parentKey, parseProgramPath, type ProgramPath } from './program-path'
import { toBytes } from './text-encoding'

/** What a program may keep in `usr` and `store` together. */
export const STORAGE_LIMIT_BYTES = 200 * 1024 * 1024
const FILE_LIMIT_BYTES = 100 * 1024 * 1024

export function writeFile(store: FileStore, filePath: unknown, data: unknown, encoding: unknown): void {
  const path = requireWritable(store, filePath, 'filePath')
  putFile(store, path, requireBytes(data, encoding))
}

export function appendFile(store: FileStore, filePath: unknown, data: unknown, encoding: unknown): void {
  const path = requireWritable(store, filePath, 'filePath')
  const old = bytesOf(path.key, requireFile(store.tree, path))
  putFile(store, path, concatenate(old, requireBytes(data, encoding)))
}

export function truncateFile(store: FileStore, filePath: unknown, length: unknown): void {
  const path = requireWritable(store, filePath, 'filePath')
  const old = bytesOf(path.key, requireFile(store.tree, path))
  putFile(store, path, resize(old, length ?? 0))
}

export function resize(bytes: Uint8Array, length: unknown): Uint8Array {
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0) throw fileError(1301006)
  if (length > FILE_LIMIT_BYTES) throw fileError(1300202)
  const result = new Uint8Array(length)
  result.set(bytes.subarray(0, length))
  return result
}

export function copyFile(store: FileStore, srcPath: unknown, destPath: unknown): void {
  const source = parseProgramPath(srcPath, 'srcPath')
  const node = requireFile(store.tree, source)
  const target = requireWritable(store, destPath, 'destPath')
  const content = node.content === 'remote' ? bytesOf(source.key, node) : node.content
  putContent(store, target, content, node.sizeBytes)
}

export function rename(store: FileStore, oldPath: unknown, newPath: unknown): void {
  const source = requireWritable(store, oldPath, 'oldPath')
  const node = requireNode(store.tree, source)
  const target = requireWritable(store, newPath, 'newPath')
  if (source.key === target.key) return
  if (node.kind === 'file') {
    const { content, sizeBytes } = node
    if (content === 'remote') throw new NotLoadedError(source.key, source.text)
    removeKey(store, source.key)
    putContent(store, target, content, sizeBytes)
    return
  }
  if (target.key.startsWith(`${source.key}/`)) throw fileError(1300022)
  requireParent(store, target)
  if (store.tree.get(target.key)) throw fileError(1301005, target.text)
  moveDirectory(store, source.key, target.key)
}

export function unlink(store: FileStore, filePath: unknown): void {
  const path = parseProgramPath(filePath, 'filePath')
  if (path.area === 'package') throw fileError(1300013, path.text)
  const node = requireNode(store.tree, path)
  if (node.kind === 'directory') throw fileError(1300001, path.text)
  removeKey(store, path.key)
}

export function makeDirectory(store: FileStore, dirPath: unknown, recursive: unknown): void {
  const path = requireWritable(store, dirPath, 'dirPath')
  if (store.tree.get(path.key)) throw fileError(1301005, path.text)
  if (recursive === true) {
    for (let key = parentKey(path.key); key !== ''; key = parentKey(key)) {
      if (store.tree.get(key)?.kind === 'file') throw fileError(1300020, path.text)
    }
  } else requireParent(store, path)
  store.tree.makeDirectory(path.key)
  store.changed(path.key)
}

export function removeDirectory(store: FileStore, dirPath: unknown, recursive: unknown): void {
  const path = requireWritable(store, dirPath, 'dirPath')
  const node = requireNode(store.tree, path)
  if (node.kind === 'file') throw fileError(1300020, path.text)
  const inside = store.tree.descendants(path.key)
  if (inside.length > 0 && recursive !== true) throw fileError(1300066)
  for (const key of inside.reverse()) removeKey(store, key)
  if (path.key !== path.area) removeKey(store, path.key)
}

/** Moves a temporary file to `filePath` or into `store`, and answers its new path. */
export function saveFile(store: FileStore, tempFilePath: unknown, filePath: unknown): string {
  const source = parseProgramPath(tempFilePath, 'tempFilePath')
  if (source.area !== 'tmp') {
    throw store.tree.get(source.key) ? fileError(1300013, source.text) : fileError(1301112)
  }
  const node = requireFile(store.tree, source)
  const { content, sizeBytes } = node
  if (content === 'remote') throw new NotLoadedError(source.key, source.text)
  const target =
    filePath === undefined || filePath === null
      ? storePath(source.text)
      : requireWritable(store, filePath, 'filePath')
  putContent(store, target, content, sizeBytes)
  removeKey(store, source.key)
  return `wxfile://${target.key}`
}

export function removeSavedFile(store: FileStore, filePath: unknown): void {
  const path = parseProgramPath(filePath, 'filePath')
  if (path.area !== 'store' && path.area !== 'usr') throw fileError(1300013, path.text)
  requireFile(store.tree, path)
  removeKey(store, path.key)
}

/** Only `usr` can be written by path. */
export function requireWritable(store: FileStore, text: unknown, parameter: string): ProgramPath {
  const path = parseProgramPath(text, parameter)
  if (path.area !== 'usr') throw fileError(1300013, `open ${path.text}`)
  if (!store.tree.loaded) throw new NotLoadedError(undefined, path.text)
  return path
}

export function putFile(store: FileStore, path: ProgramPath, bytes: Uint8Array): void {
  putContent(store, path, bytes, bytes.length)
}

function putContent(store: FileStore, path: ProgramPath, content: FileContent, sizeBytes: number): void {
  if (path.key === path.area) throw fileError(1301003, path.text)
  requireParent(store, path)
  const old = store.tree.get(path.key)
  if (old?.kind === 'directory') throw fileError(1301003, path.text)
  const newTotal = store.tree.storedBytes() - (old?.sizeBytes ?? 0) + sizeBytes
  if (sizeBytes > FILE_LIMIT_BYTES || newTotal > STORAGE_LIMIT_BYTES) throw fileError(1300202)
  store.tree.setFile(path.key, content, sizeBytes)
  store.changed(path.key)
}

function requireParent(store: FileStore, path: ProgramPath): void {
  const parent = store.tree.get(parentKey(path.key))
  if (!parent) throw fileError(1300002, path.text)
  if (parent.kind === 'file') throw fileError(1300020, path.text)
}

function removeKey(store: FileStore, key: string): void {
  store.tree.remove(key)
  store.changed(key)
}

function moveDirectory(store: FileStore, from: string, to: string): void {
  const keys = [from, ...store.tree.descendants(from)]
  for (const key of keys) {
    const node = store.tree.get(key)
    if (node?.kind === 'file' && node.content === 'remote') throw new NotLoadedError(key, `wxfile://${key}`)
  }
  for (const key of keys) {
    const node = store.tree.get(key)!
    const target = to + key.slice(from.length)
    if (node.kind === 'file') store.tree.setFile(target, node.content, node.sizeBytes, node.modifiedMs)
    else store.tree.makeDirectory(target)
    store.changed(target)
  }
  for (const key of keys.reverse()) removeKey(store, key)
}

function storePath(text: string): ProgramPath {
  const name = randomHex(16)
  const key = `store/${name}${extensionOf(text)}`
  return { area: 'store', key, text: `wxfile://${key}` }
}

function requireBytes(data: unknown, encoding: unknown): Uint8Array {
  const bytes = toBytes(data, encoding)
  if (!bytes) throw dataError(data)
  return bytes
}

function dataError(data: unknown): ApiError {
  return parameterError('data', 'String', data)
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  const result = new Uint8Array(first.length + second.length)
  result.set(first)
  result.set(second, first.length)
  return result
}
