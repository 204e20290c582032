import { asyncApi, type ApiContext, type ApiTable } from '../api-context'
import { createFileMethods, createFileSystemManager } from './file-system-manager'
import { savedFileItem } from './file-reading'
import { fileStoreOf } from './file-store'
import { requireNode } from './file-tree'
import { parseProgramPath } from './program-path'

/** `wx.getFileSystemManager`, and the older `wx.saveFile` family. */
export function createFileSystemApis(context: ApiContext): ApiTable {
  const store = fileStoreOf(context)
  const methods = createFileMethods(store)
  const manager = createFileSystemManager(context, store)

  const olderApi = (name: string) =>
    asyncApi(context, name, async (options) => {
      const result = await store.withLoading(() => methods[name]!.run(options))
      await store.saved()
      return result
    })

  return {
    getFileSystemManager: () => manager,
    getFileInfo: olderApi('getFileInfo'),
    getSavedFileList: olderApi('getSavedFileList'),
    removeSavedFile: olderApi('removeSavedFile'),
    saveFile: olderApi('saveFile'),
    getSavedFileInfo: asyncApi(context, 'getSavedFileInfo', (options) =>
      store.withLoading(() => {
        const path = parseProgramPath(options.filePath, 'filePath')
        requireNode(store.tree, path)
        const { size, createTime } = savedFileItem(store.tree, path.key)
        return { size, createTime }
      }),
    ),
    openDocument: openFile(context, 'openDocument'),
    saveFileToDisk: openFile(context, 'saveFileToDisk'),
  }
}

/** Asks the container to do something with a file that it already has. */
function openFile(context: ApiContext, name: string): ReturnType<typeof asyncApi> {
  return asyncApi(context, name, async (options) => {
    const store = fileStoreOf(context)
    const path = parseProgramPath(options.filePath, 'filePath')
    await store.withLoading(() => requireNode(store.tree, path))
    await store.saved()
    await context.call(name, { ...options, filePath: path.key })
  })
}
