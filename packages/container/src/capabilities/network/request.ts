import { type NetworkTaskEvent, type RequestAnswer, type RequestParams } from '@sampan/protocol'
import type { CapabilityHost } from '../capability'
import { send } from './send'

/** Performs `wx.request`. */
export async function performRequest(
  host: CapabilityHost,
  params: RequestParams,
  signal: AbortSignal,
  tell: (event: NetworkTaskEvent) => void,
): Promise<RequestAnswer> {
  const { url, method, header, body, timeoutMs, redirect, responseType } = params
  const response = await send(host, {
    kind: 'request',
    url,
    method,
    header,
    body,
    timeoutMs,
    redirect,
    signal,
  })
  tell({ event: 'headersReceived', ...response.headers })
  const chunks: Uint8Array[] = []
  if (response.body) {
    for await (const chunk of readAll(response.body)) {
      chunks.push(chunk)
      if (params.enableChunked) tell({ event: 'chunkReceived', data: chunk.slice().buffer })
    }
  }
  const bytes = await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer()
  // Decoding strips a byte order mark, as documented.
  return {
    ...response.headers,
    data: responseType === 'arraybuffer' ? bytes : new TextDecoder().decode(bytes),
  }
}

/** Not every browser lets one iterate a stream. */
export async function* readAll(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}
