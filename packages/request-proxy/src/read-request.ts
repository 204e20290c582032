import type { IncomingMessage } from 'node:http'
import { createProxyHeadReader, PROXY_MEDIA_TYPE } from '@sampan/protocol'
import type { ProxyRequestHead } from '@sampan/protocol'
import * as z from 'zod/mini'
import { ProxyError } from './proxy-error'

export interface ProxyRequest {
  head: ProxyRequestHead
  body: RequestBody
}

/** Bytes that follow the head, to be read once; small ones are kept for a redirect that asks for them again. */
export interface RequestBody {
  sizeBytes: number
  chunks(): AsyncIterable<Uint8Array>
  canRepeat(): boolean
}

const MOST_KEPT_BYTES = 1024 * 1024

const headSchema = z.object({
  appId: z.string(),
  envVersion: z.enum(['develop', 'trial', 'release']),
  kind: z.enum(['request', 'upload', 'download']),
  url: z.url({ protocol: /^https?$/ }),
  method: z.enum(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT', 'PATCH']),
  headers: z.record(z.string(), z.string()),
  timeoutMs: z.number().check(z.gt(0)),
  redirect: z.enum(['follow', 'manual']),
})

/** Throws a `ProxyError` of code `invalid` for anything that is no request of the contract. */
export async function readProxyRequest(request: IncomingMessage): Promise<ProxyRequest> {
  if (request.method !== 'POST' || request.headers['content-type'] !== PROXY_MEDIA_TYPE) {
    throw new ProxyError('invalid', `POST with ${PROXY_MEDIA_TYPE} is expected`)
  }
  const incoming = request[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  const reader = createProxyHeadReader<ProxyRequestHead>()
  let readBytes = 0
  for (;;) {
    const { done, value } = await incoming.next()
    if (done) throw new ProxyError('invalid', 'there is no head')
    readBytes += value.length
    const found = pushSafely(reader, value)
    if (!found) continue
    const head = headSchema.safeParse(found.head)
    if (!head.success) throw new ProxyError('invalid', z.prettifyError(head.error))
    const laterBytes = Math.max(0, Number(request.headers['content-length'] ?? readBytes) - readBytes)
    return { head: head.data, body: createBody(found.rest, incoming, found.rest.length + laterBytes) }
  }
}

function pushSafely(reader: ReturnType<typeof createProxyHeadReader<ProxyRequestHead>>, chunk: Uint8Array) {
  try {
    return reader.push(chunk)
  } catch {
    throw new ProxyError('invalid', 'the head cannot be read')
  }
}

function createBody(first: Uint8Array, later: AsyncIterator<Uint8Array>, sizeBytes: number): RequestBody {
  const kept: Uint8Array[] | undefined = sizeBytes <= MOST_KEPT_BYTES ? [] : undefined
  let started = false

  async function* readOnce() {
    started = true
    for (let chunk: Uint8Array | undefined = first; chunk;) {
      kept?.push(chunk)
      yield chunk
      const next = await later.next()
      chunk = next.done ? undefined : next.value
    }
  }

  return {
    sizeBytes,
    canRepeat: () => kept !== undefined,
    async *chunks() {
      if (!started) return yield* readOnce()
      yield* kept ?? []
    },
  }
}
