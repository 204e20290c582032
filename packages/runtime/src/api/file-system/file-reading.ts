import { requireBytesPart } from './bytes-part'
import { fileError } from './file-errors'
import { bytesOf, type FileTree, requireFile, requireNode, type TreeNode } from './file-tree'
import { nameOfKey, parseProgramPath } from './program-path'
import { decodeBytes } from './text-encoding'

/** `wx.FileStats`: fields and two functions. */
export interface Stats {
  mode: number
  size: number
  lastAccessedTime: number
  lastModifiedTime: number
  isDirectory(): boolean
  isFile(): boolean
}

interface ReadRange {
  encoding?: unknown
  position?: unknown
  length?: unknown
}

export function access(tree: FileTree, path: unknown): void {
  requireNode(tree, parseProgramPath(path, 'path'))
}

export function readFile(tree: FileTree, filePath: unknown, range: ReadRange): string | ArrayBuffer {
  const path = parseProgramPath(filePath, 'filePath')
  const node = requireFile(tree, path)
  const { start, end } = rangeOf(range, node.sizeBytes)
  const bytes = bytesOf(path.key, node).subarray(start, end)
  if (range.encoding === undefined || range.encoding === null || range.encoding === '') {
    return bytes.slice().buffer as ArrayBuffer
  }
  return decodeBytes(bytes, range.encoding)
}

export function readDirectory(tree: FileTree, dirPath: unknown): string[] {
  const path = parseProgramPath(dirPath, 'dirPath')
  const node = requireNode(tree, path)
  if (node.kind === 'file') throw fileError(1300020, path.text)
  return tree.children(path.key)
}

/** One `Stats`, or for a directory read recursively `{ path, stats }` of everything in it. */
export function stat(
  tree: FileTree,
  pathText: unknown,
  recursive: unknown,
): Stats | { path: string; stats: Stats }[] {
  const path = parseProgramPath(pathText, 'path')
  const node = requireNode(tree, path)
  if (node.kind === 'file' || recursive !== true) return statsOf(node)
  return [path.key, ...tree.descendants(path.key)].map((key) => ({
    path: key === path.key ? '/' : key.slice(path.key.length),
    stats: statsOf(tree.get(key)!),
  }))
}

export function fileInfo(
  tree: FileTree,
  filePath: unknown,
  algorithm: unknown,
): { size: number; digest?: string } {
  const path = parseProgramPath(filePath, 'filePath')
  const node = requireFile(tree, path)
  return { size: node.sizeBytes, digest: digestOf(bytesOf(path.key, node), algorithm) }
}

export function statsOf(node: TreeNode): Stats {
  const isFile = node.kind === 'file'
  return {
    mode: isFile ? 0o100644 : 0o40755,
    size: node.kind === 'file' ? node.sizeBytes : 0,
    lastAccessedTime: Math.floor((node.kind === 'file' ? node.accessedMs : node.modifiedMs) / 1000),
    lastModifiedTime: Math.floor(node.modifiedMs / 1000),
    isDirectory: () => !isFile,
    isFile: () => isFile,
  }
}

/** `wx.getSavedFileList` and its relatives count in seconds. */
export function savedFileItem(
  tree: FileTree,
  key: string,
): { filePath: string; size: number; createTime: number } {
  const node = tree.get(key)
  if (node?.kind !== 'file') throw fileError(1300002, nameOfKey(key))
  return { filePath: `wxfile://${key}`, size: node.sizeBytes, createTime: Math.floor(node.modifiedMs / 1000) }
}

function rangeOf(range: ReadRange, sizeBytes: number): { start: number; end: number } {
  const start = range.position ?? 0
  if (!isIndex(start) || (start > 0 && start >= sizeBytes)) throw fileError(1301009)
  const length = range.length ?? sizeBytes - start
  if (!isIndex(length) || (range.length !== undefined && range.length !== null && length < 1)) {
    throw fileError(1301006)
  }
  return { start, end: Math.min(sizeBytes, start + length) }
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function digestOf(bytes: Uint8Array, algorithm: unknown): string {
  const digest = requireBytesPart().digest(bytes, algorithm ?? 'md5')
  if (digest === undefined) throw fileError(1300022, `digestAlgorithm ${String(algorithm)}`)
  return digest
}
