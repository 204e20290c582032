import { NETWORK_ERRNO } from '@sampan/protocol'
import { type CapabilityHost, CapabilityError } from '../capability'
import { describeHeaders, type IncomingResponse, type OutgoingRequest } from './exchange'

/** Methods that a page cannot send. */
const PAGE_REFUSES = new Set(['TRACE', 'CONNECT'])
/** Header names that a page cannot set, of those that programs do set. */
const PAGE_DROPS = [
  'cookie',
  'user-agent',
  'host',
  'origin',
  'accept-encoding',
  'connection',
  'content-length',
]

export async function sendDirectly(
  host: CapabilityHost,
  request: OutgoingRequest,
  signal: AbortSignal,
): Promise<IncomingResponse> {
  const { method, url } = request
  if (PAGE_REFUSES.has(method)) throw new CapabilityError('method is invalid')
  const header = { ...request.header }
  // Without a body it says nothing, and would make the browser ask the server first.
  if (request.body === undefined) delete header['content-type']
  tellOfDroppedHeaders(host, header)
  // XMLHttpRequest tells of upload progress, but takes cookies along to the host's own origin.
  if (request.upload && new URL(url).origin !== location.origin) {
    return request.upload.sendDirectly({ ...request, header }, signal)
  }
  const response = await fetch(url, {
    method,
    headers: header,
    ...(request.body === undefined ? {} : { body: request.body }),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // The base library caches nothing unless asked; and equal requests would wait for each other.
    cache: 'no-store',
    redirect: request.redirect,
    signal,
  })
  if (response.type === 'opaqueredirect') {
    throw new CapabilityError(host.text('manual redirect needs a proxy'), { errno: NETWORK_ERRNO.failed })
  }
  return {
    headers: describeHeaders(response.status, [...response.headers]),
    body: response.body ?? undefined,
    expectedBytes: Number(response.headers.get('content-length')) || 0,
  }
}

const told = new WeakSet<CapabilityHost>()

function tellOfDroppedHeaders(host: CapabilityHost, header: Record<string, string>): void {
  const dropped = PAGE_DROPS.filter((name) => Object.hasOwn(header, name))
  if (dropped.length === 0 || told.has(host)) return
  told.add(host)
  host.log('warn', host.text('headers need a proxy', { names: dropped.join(', ') }))
}
