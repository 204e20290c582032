import { asyncApi, type ApiContext, ApiError } from '../api-context'
import { syncApi } from '../sync-api'
import { fileError } from './file-errors'
import { readZipEntries, unzip } from './archives'
import { createFileDescriptors } from './file-descriptors'
import { access, fileInfo, readDirectory, readFile, savedFileItem, stat } from './file-reading'
import type { FileStore } from './file-store'
import { requireFile, requireNode } from './file-tree'
import { parseProgramPath } from './program-path'
import {
  appendFile,
  copyFile,
  makeDirectory,
  removeDirectory,
  removeSavedFile,
  rename,
  saveFile,
  truncateFile,
  unlink,
  writeFile,
} from './file-writing'

type Options = Record<string, unknown>

/**
 * One method of `wx.FileSystemManager`. `run` works on what is in memory and answers the result's fields; the
 * synchronous version has positional or object parameters and answers one of the fields, or nothing.
 */
interface FileMethod {
  run(options: Options): object | void
  /** Names of the synchronous version's positional parameters, or `object` if it takes the same object. */
  syncParameters?: readonly string[] | 'object'
  /** What the synchronous version answers with; without it, the whole result. */
  syncField?: string
}

/** The object that `wx.getFileSystemManager()` answers with: always the same one. */
export function createFileSystemManager(context: ApiContext, store: FileStore): Record<string, unknown> {
  const manager: Record<string, unknown> = {}
  for (const [name, method] of Object.entries(createFileMethods(store))) {
    manager[name] = asyncFileMethod(context, store, name, (options) =>
      store.withLoading(() => method.run(options)),
    )
    if (method.syncParameters) manager[`${name}Sync`] = syncFileMethod(`${name}Sync`, method)
  }
  manager.readCompressedFile = asyncFileMethod(context, store, 'readCompressedFile', (options) =>
    readCompressedFile(context, store, options),
  )
  manager.readCompressedFileSync = syncApi('readCompressedFileSync', () => {
    throw new ApiError({ message: 'not supported: brotli is decoded by the host, use readCompressedFile' })
  })
  return manager
}

export function createFileMethods(store: FileStore): Record<string, FileMethod> {
  const { tree } = store
  const descriptors = createFileDescriptors(store)
  return {
    access: { run: (o) => access(tree, o.path), syncParameters: ['path'] },
    appendFile: {
      run: (o) => appendFile(store, o.filePath, o.data, o.encoding),
      syncParameters: ['filePath', 'data', 'encoding'],
    },
    close: { run: (o) => descriptors.close(o), syncParameters: 'object' },
    copyFile: { run: (o) => copyFile(store, o.srcPath, o.destPath), syncParameters: ['srcPath', 'destPath'] },
    fstat: { run: (o) => ({ stats: descriptors.stat(o) }), syncParameters: 'object', syncField: 'stats' },
    ftruncate: { run: (o) => descriptors.truncate(o), syncParameters: 'object' },
    getFileInfo: { run: (o) => fileInfo(tree, o.filePath, o.digestAlgorithm) },
    getSavedFileList: { run: () => ({ fileList: savedFiles(store) }) },
    mkdir: {
      run: (o) => makeDirectory(store, o.dirPath, o.recursive),
      syncParameters: ['dirPath', 'recursive'],
    },
    open: { run: (o) => ({ fd: descriptors.open(o) }), syncParameters: 'object', syncField: 'fd' },
    read: { run: (o) => descriptors.read(o), syncParameters: 'object' },
    readFile: {
      run: (o) => ({ data: readFile(tree, o.filePath, o) }),
      syncParameters: ['filePath', 'encoding', 'position', 'length'],
      syncField: 'data',
    },
    readZipEntry: { run: (o) => ({ entries: readZipEntries(store, o.filePath, o.entries, o.encoding) }) },
    readdir: {
      run: (o) => ({ files: readDirectory(tree, o.dirPath) }),
      syncParameters: ['dirPath'],
      syncField: 'files',
    },
    removeSavedFile: { run: (o) => removeSavedFile(store, o.filePath) },
    rename: { run: (o) => rename(store, o.oldPath, o.newPath), syncParameters: ['oldPath', 'newPath'] },
    rmdir: {
      run: (o) => removeDirectory(store, o.dirPath, o.recursive),
      syncParameters: ['dirPath', 'recursive'],
    },
    saveFile: {
      run: (o) => ({ savedFilePath: saveFile(store, o.tempFilePath, o.filePath) }),
      syncParameters: ['tempFilePath', 'filePath'],
      syncField: 'savedFilePath',
    },
    stat: {
      run: (o) => ({ stats: stat(tree, o.path, o.recursive) }),
      syncParameters: ['path', 'recursive'],
      syncField: 'stats',
    },
    truncate: {
      run: (o) => truncateFile(store, o.filePath, o.length),
      syncParameters: ['filePath', 'length'],
    },
    unlink: { run: (o) => unlink(store, o.filePath), syncParameters: ['filePath'] },
    unzip: { run: (o) => unzip(store, o.zipFilePath, o.targetPath) },
    write: { run: (o) => descriptors.write(o), syncParameters: 'object' },
    writeFile: {
      run: (o) => writeFile(store, o.filePath, o.data, o.encoding),
      syncParameters: ['filePath', 'data', 'encoding'],
    },
  }
}

/**
 * The methods of the manager answer through callbacks; their promise is there for programs that wait for it, and a
 * failure that nobody looks at is not an unhandled rejection.
 */
function asyncFileMethod(
  context: ApiContext,
  store: FileStore,
  name: string,
  run: (options: Options) => Promise<object | void>,
): (options?: Options) => Promise<unknown> | undefined {
  const api = asyncApi(context, name, async (options) => {
    const result = await run(options)
    await store.saved()
    return result
  })
  return (options) => {
    const promise = api(options)
    promise?.catch(() => undefined)
    return promise
  }
}

function syncFileMethod(
  name: string,
  { run, syncParameters, syncField }: FileMethod,
): (...args: unknown[]) => unknown {
  return syncApi(name, (...args: unknown[]) => {
    const options =
      syncParameters === 'object'
        ? ((args[0] ?? {}) as Options)
        : Object.fromEntries((syncParameters ?? []).map((parameter, index) => [parameter, args[index]]))
    const result = run(options)
    return result && syncField ? (result as Options)[syncField] : result
  })
}

const STORE = parseProgramPath('wxfile://store', 'path')

function savedFiles(store: FileStore): object[] {
  requireNode(store.tree, STORE)
  return store.tree.children('store').map((name) => savedFileItem(store.tree, `store/${name}`))
}

async function readCompressedFile(context: ApiContext, store: FileStore, options: Options): Promise<object> {
  if (options.compressionAlgorithm !== 'br') throw fileError(1300022, 'compressionAlgorithm')
  const path = parseProgramPath(options.filePath, 'filePath')
  await store.withLoading(() => requireFile(store.tree, path))
  await store.saved()
  return { data: await context.call('fileSystemDecompress', { path: path.key }) }
}
