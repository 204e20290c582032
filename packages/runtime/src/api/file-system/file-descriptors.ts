import { parameterError } from '../parameters'
import { fileError } from './file-errors'
import type { FileStore } from './file-store'
import { bytesOf, requireFile, type FileNode } from './file-tree'
import { parseProgramPath, type ProgramPath } from './program-path'
import { type Stats, statsOf } from './file-reading'
import { putFile, requireWritable, resize } from './file-writing'
import { toBytes } from './text-encoding'

/** `open`, `read`, `write`, `fstat`, `ftruncate`, `close`. */
export interface FileDescriptors {
  open(options: Options): string
  close(options: Options): void
  read(options: Options): { bytesRead: number; arrayBuffer: ArrayBuffer }
  write(options: Options): { bytesWritten: number }
  stat(options: Options): Stats
  truncate(options: Options): void
}

type Options = Record<string, unknown>

interface OpenFile {
  path: ProgramPath
  flag: Flag
  position: number
}

interface Flag {
  reads: boolean
  writes: boolean
  appends: boolean
  creates: boolean
  truncates: boolean
  exclusive: boolean
}

const MAX_OPEN_FILES = 1024

export function createFileDescriptors(store: FileStore): FileDescriptors {
  const open = new Map<string, OpenFile>()
  let lastDescriptor = 0

  function fileOf(options: Options): { file: OpenFile; node: FileNode } {
    const file = typeof options.fd === 'string' ? open.get(options.fd) : undefined
    if (!file) throw fileError(1300009)
    return { file, node: requireFile(store.tree, file.path) }
  }

  return {
    open(options) {
      if (open.size >= MAX_OPEN_FILES) throw fileError(1302002)
      const flag = parseFlag(options.flag ?? 'r')
      const path = flag.writes
        ? requireWritable(store, options.filePath, 'filePath')
        : parseProgramPath(options.filePath, 'filePath')
      prepareFile(store, path, flag)
      const descriptor = String(++lastDescriptor)
      open.set(descriptor, { path, flag, position: 0 })
      return descriptor
    },

    close(options) {
      if (typeof options.fd !== 'string' || !open.delete(options.fd)) throw fileError(1300009)
    },

    read(options) {
      const { file, node } = fileOf(options)
      if (!file.flag.reads) throw fileError(1302001)
      const { arrayBuffer } = options
      if (!(arrayBuffer instanceof ArrayBuffer)) throw fileError(1302005)
      const offset = requireIndex(options.offset ?? 0, 1301007)
      if (offset > arrayBuffer.byteLength) throw fileError(1301007)
      const length = requireIndex(options.length ?? 0, 1301006)
      if (offset + length > arrayBuffer.byteLength) throw fileError(1301006)
      const explicit =
        typeof options.position === 'number' ? requireIndex(options.position, 1301009) : undefined
      const start = explicit ?? file.position
      const part = bytesOf(file.path.key, node).subarray(start, start + length)
      new Uint8Array(arrayBuffer).set(part, offset)
      if (explicit === undefined) file.position += part.length
      return { bytesRead: part.length, arrayBuffer }
    },

    write(options) {
      const { file, node } = fileOf(options)
      if (!file.flag.writes) throw fileError(1302001)
      const data = writtenPart(options)
      const old = bytesOf(file.path.key, node)
      const explicit =
        typeof options.position === 'number' ? requireIndex(options.position, 1301009) : undefined
      const start = file.flag.appends ? old.length : (explicit ?? file.position)
      const bytes = resize(old, Math.max(old.length, start + data.length))
      bytes.set(data, start)
      putFile(store, file.path, bytes)
      if (explicit === undefined) file.position = start + data.length
      return { bytesWritten: data.length }
    },

    stat: (options) => statsOf(fileOf(options).node),

    truncate(options) {
      const { file, node } = fileOf(options)
      if (!file.flag.writes) throw fileError(1302001)
      putFile(store, file.path, resize(bytesOf(file.path.key, node), options.length))
    },
  }
}

/** As in POSIX: `[rwa]`, `x` for exclusive, `s` for synchronous (which is how everything here works), `+`. */
function parseFlag(value: unknown): Flag {
  const match = typeof value === 'string' ? /^(?:(r|w|a)|(w|a)x|as)(\+?)$/.exec(value) : null
  if (!match) throw fileError(1302003)
  const kind = match[1] ?? match[2] ?? 'a'
  const both = match[3] === '+'
  return {
    reads: kind === 'r' || both,
    writes: kind !== 'r' || both,
    appends: kind === 'a',
    creates: kind !== 'r',
    truncates: kind === 'w',
    exclusive: match[2] !== undefined,
  }
}

function prepareFile(store: FileStore, path: ProgramPath, flag: Flag): void {
  const node = store.tree.get(path.key)
  if (node && flag.exclusive) throw fileError(1301005, path.text)
  if (node?.kind === 'directory') throw fileError(1301003, path.text)
  if (!node && !flag.creates) requireFile(store.tree, path)
  if (!node || flag.truncates) putFile(store, path, new Uint8Array())
}

function writtenPart(options: Options): Uint8Array {
  const bytes = toBytes(options.data, options.encoding)
  if (!bytes) throw parameterError('data', 'ArrayBuffer', options.data)
  if (typeof options.data === 'string') return bytes
  const offset = requireIndex(options.offset ?? 0, 1301007)
  if (offset > bytes.length) throw fileError(1301007)
  const length = requireIndex(options.length ?? bytes.length - offset, 1301006)
  if (offset + length > bytes.length) throw fileError(1301006)
  return bytes.subarray(offset, offset + length)
}

function requireIndex(value: unknown, errno: 1301006 | 1301007 | 1301009): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw fileError(errno)
  return value
}
