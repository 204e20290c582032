import { natives } from '../natives'
import { fileError, NotLoadedError } from './file-errors'
import { areaOfKey, nameOfKey, parentKey, pathOfKey, type ProgramPath } from './program-path'

/** Bytes, a handle that the browser reads when asked, or `remote`: known by name and size only. */
export type FileContent = Uint8Array | Blob | 'remote'

export interface FileNode {
  kind: 'file'
  content: FileContent
  sizeBytes: number
  modifiedMs: number
  accessedMs: number
}

export interface DirectoryNode {
  kind: 'directory'
  modifiedMs: number
}

export type TreeNode = FileNode | DirectoryNode

/** What the container says about a file. A path that ends with `/` is a directory. */
export interface FileRecord {
  path: string
  content: FileContent
  sizeBytes: number
  modifiedMs: number
}

/** Files and directories of one program, in memory, by key (`usr/a.txt`). It knows no permissions and no quota. */
export interface FileTree {
  /** False until the container has told which files there are. */
  loaded: boolean
  get(key: string): TreeNode | undefined
  setFile(key: string, content: FileContent, sizeBytes: number, modifiedMs?: number): FileNode
  makeDirectory(key: string): void
  remove(key: string): void
  /** Names in a directory, sorted. */
  children(key: string): string[]
  /** Every key under a directory, parents first. */
  descendants(key: string): string[]
  /** Bytes in `usr` and `store` together. */
  storedBytes(): number
  addRecords(records: readonly FileRecord[]): void
}

export function createFileTree(nowMs: () => number = Date.now): FileTree {
  const nodes = new Map<string, TreeNode>()
  for (const area of ['usr', 'store', 'tmp', 'package'])
    nodes.set(area, { kind: 'directory', modifiedMs: nowMs() })

  const tree: FileTree = {
    loaded: false,
    get: (key) => nodes.get(key),
    setFile(key, content, sizeBytes, modifiedMs = nowMs()) {
      const node: FileNode = { kind: 'file', content, sizeBytes, modifiedMs, accessedMs: modifiedMs }
      nodes.set(key, node)
      return node
    },
    makeDirectory(key) {
      for (let current = key; current !== '' && !nodes.has(current); current = parentKey(current)) {
        nodes.set(current, { kind: 'directory', modifiedMs: nowMs() })
      }
    },
    remove(key) {
      nodes.delete(key)
    },
    children: (key) =>
      tree
        .descendants(key)
        .filter((child) => parentKey(child) === key)
        .map(nameOfKey),
    descendants: (key) => [...nodes.keys()].filter((other) => other.startsWith(`${key}/`)).sort(),
    storedBytes() {
      let sum = 0
      for (const [key, node] of nodes) {
        const area = areaOfKey(key)
        if (node.kind === 'file' && (area === 'usr' || area === 'store')) sum += node.sizeBytes
      }
      return sum
    },
    addRecords(records) {
      for (const { path, content, sizeBytes, modifiedMs } of records) {
        if (path.endsWith('/')) {
          tree.makeDirectory(path.slice(0, -1))
          continue
        }
        tree.makeDirectory(parentKey(path))
        tree.setFile(path, content, sizeBytes, modifiedMs)
      }
    },
  }
  return tree
}

/** The node at a path. Throws the documented failure when there is none. */
export function requireNode(tree: FileTree, path: ProgramPath): TreeNode {
  const node = tree.get(path.key)
  // A file that is known is known; what a directory holds is not, before the container has told.
  if (node?.kind === 'file' || (node && isComplete(tree, path.area))) return node
  if (!isComplete(tree, path.area)) throw new NotLoadedError(undefined, path.text)
  throw fileError(1300002, path.text)
}

/** The package's files are known from the start. */
function isComplete(tree: FileTree, area: ProgramPath['area']): boolean {
  return tree.loaded || area === 'package'
}

export function requireFile(tree: FileTree, path: ProgramPath): FileNode {
  const node = requireNode(tree, path)
  if (node.kind === 'directory') throw fileError(1301003, path.text)
  return node
}

/** A view of the file's bytes: callers that hand them on make a copy. */
export function bytesOf(key: string, node: FileNode): Uint8Array {
  node.accessedMs = Date.now()
  if (node.content instanceof Uint8Array) return node.content
  if (node.content === 'remote') throw new NotLoadedError(key, pathOfKey(key))
  const bytes = new Uint8Array(new natives.FileReaderSync().readAsArrayBuffer(node.content))
  if (bytes.length <= CACHED_BYTES) node.content = bytes
  return bytes
}

/** Small files stay in memory once read; big ones are read again from their handle. */
const CACHED_BYTES = 256 * 1024
