import type { DownloadAnswer, DownloadParams, UploadAnswer, UploadParams } from '@sampan/protocol'
import { type ApiContext, ApiError } from '../api-context'
import { fileStoreOf } from '../file-system/file-store'
import { copyFile, unlink } from '../file-system/file-writing'
import { nameOfKey, parseProgramPath } from '../file-system/program-path'
import { requireString } from '../parameters'
import { requireHttpUrl, startNetworkTask, timeoutOf } from './network-task'
import { readHeader } from './request-body'

/** `wx.uploadFile(options)` → UploadTask */
export function uploadFile(context: ApiContext, options: unknown) {
  return startNetworkTask(context, {
    api: 'uploadFile',
    options,
    events: ['HeadersReceived', 'ProgressUpdate'],
    progress: (sentBytes, expectedBytes) => ({
      progress: percentage(sentBytes, expectedBytes),
      totalBytesSent: sentBytes,
      totalBytesExpectedToSend: expectedBytes,
    }),
    async run(given, taskId) {
      const path = parseProgramPath(given.filePath, 'filePath')
      const params: UploadParams = {
        taskId,
        url: requireHttpUrl(given),
        header: readHeader(given.header),
        timeoutMs: timeoutOf(given, context.program.manifest.app.networkTimeout.uploadFile),
        fileKey: path.key,
        fileName: nameOfKey(path.key),
        name: requireString(given, 'name'),
        formData: readFormData(given.formData),
      }
      // The container must have what the program wrote a moment ago.
      await fileStoreOf(context).saved()
      const { statusCode, data } = (await context.call('uploadFile', params)) as UploadAnswer
      return { statusCode, data }
    },
  })
}

/** `wx.downloadFile(options)` → DownloadTask */
export function downloadFile(context: ApiContext, options: unknown) {
  return startNetworkTask(context, {
    api: 'downloadFile',
    options,
    events: ['HeadersReceived', 'ProgressUpdate'],
    progress: (sentBytes, expectedBytes) => ({
      progress: percentage(sentBytes, expectedBytes),
      totalBytesWritten: sentBytes,
      totalBytesExpectedToWrite: expectedBytes,
    }),
    async run(given, taskId) {
      const params: DownloadParams = {
        taskId,
        url: requireHttpUrl(given),
        header: readHeader(given.header),
        timeoutMs: timeoutOf(given, context.program.manifest.app.networkTimeout.downloadFile),
      }
      const target = given.filePath === undefined ? undefined : parseProgramPath(given.filePath, 'filePath')
      const { statusCode, tempFilePath } = (await context.call('downloadFile', params)) as DownloadAnswer
      if (!target) return { statusCode, tempFilePath }
      await moveFile(context, tempFilePath, target.text)
      return { statusCode, filePath: target.text }
    },
  })
}

async function moveFile(context: ApiContext, from: string, to: string): Promise<void> {
  const store = fileStoreOf(context)
  await store.withLoading(() => copyFile(store, from, to))
  unlink(store, from)
  await store.saved()
}

function percentage(sentBytes: number, expectedBytes: number): number {
  return expectedBytes > 0 ? Math.min(100, Math.floor((sentBytes / expectedBytes) * 100)) : 0
}

function readFormData(given: unknown): Record<string, string> {
  if (given === undefined || given === null) return {}
  if (typeof given !== 'object') {
    throw new ApiError({ message: 'parameter error: parameter.formData should be Object' })
  }
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== undefined && typeof value !== 'function')
      .map(([name, value]) => [
        name,
        typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value),
      ]),
  )
}
