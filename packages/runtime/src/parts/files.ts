import { fileStoreOf } from '../api/file-system/file-store'
import { createFileSystemApis } from '../api/file-system/file-system'
import { addLatePart } from '../api/late-parts'
import { downloadFile, uploadFile } from '../api/network/transfer-files'

addLatePart('files', {
  createApis: (context) => ({
    ...createFileSystemApis(context),
    uploadFile: (options?: unknown) => uploadFile(context, options),
    downloadFile: (options?: unknown) => downloadFile(context, options),
  }),
  saved: (context) => fileStoreOf(context).saved(),
})
