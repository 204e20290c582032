import { createProxyHeadReader, NETWORK_ERRNO, type ProxyResponseHead } from '@sampan/protocol'
import { CapabilityError } from '../capability'
import { type CarriedRequest, describeHeaders, type IncomingResponse, type UploadCarrier } from './exchange'
import { fromProxy, proxyError } from './send-through-proxy'

/** By XMLHttpRequest: `fetch` tells nothing of what has been sent. */
export function createUploadCarrier(
  onProgress: (sentBytes: number, expectedBytes: number) => void,
): UploadCarrier {
  const send = (request: CarriedRequest, signal: AbortSignal, read: XhrReader) =>
    sendByXhr(request, signal, onProgress, read)
  return {
    sendDirectly: (request, signal) => send(request, signal, readXhr),
    sendThroughProxy: (request, signal) => send(request, signal, readProxyXhr),
  }
}

type XhrReader = (xhr: XMLHttpRequest) => IncomingResponse

function sendByXhr(
  request: CarriedRequest,
  signal: AbortSignal,
  onProgress: (sentBytes: number, expectedBytes: number) => void,
  read: XhrReader,
): Promise<IncomingResponse> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open(request.method, request.url)
    xhr.responseType = 'arraybuffer'
    for (const [name, value] of Object.entries(request.header)) xhr.setRequestHeader(name, value)
    xhr.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total)
    xhr.onload = () => {
      try {
        resolve(read(xhr))
      } catch (error) {
        reject(error as Error)
      }
    }
    xhr.onerror = () => reject(new Error('network error'))
    xhr.onabort = () => reject(new Error('aborted'))
    if (signal.aborted) return reject(new Error('aborted'))
    signal.addEventListener('abort', () => xhr.abort())
    xhr.send(request.body as XMLHttpRequestBodyInit)
  })
}

function readXhr(xhr: XMLHttpRequest): IncomingResponse {
  const pairs = xhr
    .getAllResponseHeaders()
    .split('\r\n')
    .flatMap<[string, string]>((line) => {
      const colon = line.indexOf(':')
      return colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]]
    })
  const bytes = new Uint8Array(xhr.response as ArrayBuffer)
  return { headers: describeHeaders(xhr.status, pairs), body: streamOf(bytes), expectedBytes: bytes.length }
}

function readProxyXhr(xhr: XMLHttpRequest): IncomingResponse {
  const bytes = new Uint8Array(xhr.response as ArrayBuffer)
  if (xhr.status !== 200) throw proxyError(parseJson(bytes), xhr.status)
  const found = createProxyHeadReader<ProxyResponseHead>().push(bytes)
  if (!found) throw new CapabilityError('net::ERR_EMPTY_RESPONSE', { errno: NETWORK_ERRNO.failed })
  return fromProxy(found.head, streamOf(found.rest))
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]).stream()
}
