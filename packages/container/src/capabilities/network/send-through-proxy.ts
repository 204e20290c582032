import {
  createProxyHeadReader,
  encodeProxyHead,
  NETWORK_ERRNO,
  PROXY_MEDIA_TYPE,
  type ProxyFailure,
  type ProxyRequestHead,
  type ProxyResponseHead,
} from '@sampan/protocol'
import { type CapabilityHost, CapabilityError } from '../capability'
import { describeHeaders, type IncomingResponse, type OutgoingRequest } from './exchange'

/** See the contract in protocol's `proxy.ts`. */
export async function sendThroughProxy(
  host: CapabilityHost,
  proxyUrl: string,
  request: OutgoingRequest,
  signal: AbortSignal,
): Promise<IncomingResponse> {
  const body = new Blob([encodeProxyHead(proxyHead(host, request)), ...(await bodyParts(request.body))])
  const header = { 'content-type': PROXY_MEDIA_TYPE }
  if (request.upload) {
    return request.upload.sendThroughProxy({ url: proxyUrl, method: 'POST', header, body }, signal)
  }
  const response = await fetch(proxyUrl, {
    method: 'POST',
    headers: header,
    body,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  })
  if (!response.ok) throw proxyError(await response.json().catch(() => undefined), response.status)
  if (!response.body) throw new CapabilityError('net::ERR_EMPTY_RESPONSE', { errno: NETWORK_ERRNO.failed })
  const { head, body: rest } = await splitHead(response.body)
  return fromProxy(head, rest)
}

function proxyHead(host: CapabilityHost, request: OutgoingRequest): ProxyRequestHead {
  const { envVersion } = host.settings
  const version = envVersion === 'release' ? host.environment().version : '0'
  return {
    appId: host.appId,
    envVersion,
    kind: request.kind,
    url: request.url,
    method: request.method,
    // Servers of programs that were written for WeChat may look for this.
    headers: {
      ...request.header,
      referer: `https://servicewechat.com/${host.appId}/${version || '0'}/page-frame.html`,
    },
    timeoutMs: request.timeoutMs,
    redirect: request.redirect,
  }
}

async function bodyParts(body: BodyInit | undefined): Promise<BlobPart[]> {
  return body === undefined ? [] : [await new Response(body).blob()]
}

export function fromProxy(head: ProxyResponseHead, body: ReadableStream<Uint8Array>): IncomingResponse {
  const headers = describeHeaders(head.status, head.headers)
  const length = head.headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1]
  return { headers, body, expectedBytes: Number(length) || 0 }
}

async function splitHead(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader()
  const headReader = createProxyHeadReader<ProxyResponseHead>()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) throw new CapabilityError('net::ERR_EMPTY_RESPONSE', { errno: NETWORK_ERRNO.failed })
    const found = headReader.push(value)
    if (!found) continue
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        if (found.rest.length > 0) controller.enqueue(found.rest)
      },
      async pull(controller) {
        const next = await reader.read()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      cancel: (reason) => reader.cancel(reason),
    })
    return { head: found.head, body }
  }
}

const FAILURE_ERRNO: Partial<Record<string, number>> = {
  timeout: NETWORK_ERRNO.timeout,
  'not-in-domain-list': NETWORK_ERRNO.notInDomainList,
  invalid: NETWORK_ERRNO.invalidUrl,
  'too-many-redirects': NETWORK_ERRNO.tooManyRedirects,
}

export function proxyError(failure: unknown, status: number): CapabilityError {
  const { code, message } = (failure ?? {}) as Partial<ProxyFailure>
  const errno = FAILURE_ERRNO[String(code)] ?? NETWORK_ERRNO.failed
  if (code === 'timeout') return new CapabilityError('timeout', { errno })
  if (code === 'not-in-domain-list') return new CapabilityError('url not in domain list', { errno })
  return new CapabilityError(typeof message === 'string' ? message : `proxy answered ${status}`, { errno })
}
