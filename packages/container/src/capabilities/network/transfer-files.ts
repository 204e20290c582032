import type {
  DownloadAnswer,
  DownloadParams,
  NetworkTaskEvent,
  UploadAnswer,
  UploadParams,
} from '@sampan/protocol'
import { type CapabilityHost, CapabilityError } from '../capability'
import { checkedKey, openProgramFile } from '../file-system/program-file'
import { addTemporaryFile } from '../file-system/temporary-file'
import { readAll } from './request'
import { send } from './send'
import { createUploadCarrier } from './upload-carrier'

type Tell = (event: NetworkTaskEvent) => void

/** As documented for downloads. */
const MAX_DOWNLOAD_BYTES = 200 * 1024 * 1024
/** Progress is told at most this often. */
const PROGRESS_EVERY_MS = 50

/** Performs `wx.uploadFile`: a multipart form with the file last, where storage services expect it. */
export async function performUpload(
  host: CapabilityHost,
  params: UploadParams,
  signal: AbortSignal,
  tell: Tell,
): Promise<UploadAnswer> {
  const key = checkedKey(params.fileKey)
  const file = key && (await openProgramFile(host, key))
  if (!file) throw new CapabilityError('file not found')
  const form = new FormData()
  for (const [name, value] of Object.entries(params.formData)) form.append(name, value)
  form.append(params.name, file, params.fileName)
  const encoded = new Response(form)
  const contentType = encoded.headers.get('content-type') ?? 'multipart/form-data'
  const progress = throttle((sentBytes, expectedBytes) =>
    tell({ event: 'progress', sentBytes, expectedBytes }),
  )

  const response = await send(host, {
    kind: 'upload',
    url: params.url,
    method: 'POST',
    header: { ...params.header, 'content-type': contentType },
    body: await encoded.blob(),
    timeoutMs: params.timeoutMs,
    redirect: 'follow',
    signal,
    upload: createUploadCarrier(progress),
  })
  tell({ event: 'headersReceived', ...response.headers })
  const data = response.body ? await new Response(response.body).text() : ''
  return { ...response.headers, data }
}

/** Performs `wx.downloadFile`. Whatever the server answers with becomes the file, as documented. */
export async function performDownload(
  host: CapabilityHost,
  params: DownloadParams,
  signal: AbortSignal,
  tell: Tell,
): Promise<DownloadAnswer> {
  const { url, header, timeoutMs } = params
  const response = await send(host, {
    kind: 'download',
    url,
    method: 'GET',
    header,
    timeoutMs,
    redirect: 'follow',
    signal,
  })
  tell({ event: 'headersReceived', ...response.headers })
  const { expectedBytes, headers } = response
  const progress = throttle((sentBytes, total) =>
    tell({ event: 'progress', sentBytes, expectedBytes: total }),
  )
  const chunks: Uint8Array[] = []
  let receivedBytes = 0
  if (response.body) {
    for await (const chunk of readAll(response.body)) {
      chunks.push(chunk)
      receivedBytes += chunk.length
      if (receivedBytes > MAX_DOWNLOAD_BYTES) throw new CapabilityError('exceed max file size')
      progress(receivedBytes, Math.max(expectedBytes, receivedBytes))
    }
  }
  tell({ event: 'progress', sentBytes: receivedBytes, expectedBytes: receivedBytes })
  const type = new Headers(headers.header).get('content-type') ?? ''
  const content = new Blob(chunks as Uint8Array<ArrayBuffer>[], { type })
  return { ...headers, tempFilePath: await addTemporaryFile(host, content, new URL(url).pathname) }
}

function throttle(tell: (sentBytes: number, expectedBytes: number) => void) {
  let lastMs = 0
  return (sentBytes: number, expectedBytes: number) => {
    const nowMs = performance.now()
    if (nowMs - lastMs < PROGRESS_EVERY_MS && sentBytes < expectedBytes) return
    lastMs = nowMs
    tell(sentBytes, expectedBytes)
  }
}
