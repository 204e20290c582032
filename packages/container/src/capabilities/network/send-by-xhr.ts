import type { IncomingResponse, OutgoingRequest } from './exchange'

type XhrReader = (xhr: XMLHttpRequest) => IncomingResponse

/** For uploads: `fetch` tells nothing of what has been sent. */
export function sendByXhr(
  url: string,
  request: Pick<OutgoingRequest, 'method' | 'header' | 'body' | 'onUploadProgress'>,
  signal: AbortSignal,
  read: XhrReader,
): Promise<IncomingResponse> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open(request.method, url)
    xhr.responseType = 'arraybuffer'
    for (const [name, value] of Object.entries(request.header)) xhr.setRequestHeader(name, value)
    xhr.upload.onprogress = ({ loaded, total }) => request.onUploadProgress?.(loaded, total)
    xhr.onload = () => {
      try {
        resolve(read(xhr))
      } catch (error) {
        reject(error as Error)
      }
    }
    xhr.onerror = () => reject(new Error('network error'))
    xhr.onabort = () => reject(new Error('aborted'))
    signal.addEventListener('abort', () => xhr.abort())
    xhr.send(request.body as XMLHttpRequestBodyInit)
  })
}

export function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]).stream()
}
