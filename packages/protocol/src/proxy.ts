import type { DomainKind } from './domain-rules'

/**
 * Contract of the endpoint behind `HostSettings.proxyUrl`: it makes a program's requests where the browser would be
 * stopped by CORS or by headers that pages may not set. It has the container's origin.
 *
 * Request: `POST` with content type `PROXY_MEDIA_TYPE`; the body is a head (`ProxyRequestHead`) followed by the bytes
 * to send. Answer: 200 with the same media type, a head (`ProxyResponseHead`) followed by the bytes received, streamed
 * as they come; or another status with JSON `ProxyFailure`. A connection that breaks after the head means that the
 * answer broke off.
 *
 * The endpoint checks everything again: the program's domain list (by `appId` and `envVersion`), redirects hop by hop,
 * and that no name resolves to a private or loopback address (unless it serves a developer). It takes no notice of
 * cookies and sends none but those in `headers`.
 */
export const PROXY_MEDIA_TYPE = 'application/x-sampan-proxy'

export interface ProxyRequestHead {
  appId: string
  envVersion: 'develop' | 'trial' | 'release'
  kind: Exclude<DomainKind, 'socket'>
  url: string
  method: string
  /** As the program set them, and `referer`. Without hop-by-hop headers, `host` and `content-length`. */
  headers: Record<string, string>
  timeoutMs: number
  redirect: 'follow' | 'manual'
}

export interface ProxyResponseHead {
  status: number
  /** In the order and spelling in which they came; a name may come again (`set-cookie`). Body already decoded. */
  headers: [name: string, value: string][]
  /** After redirects. */
  url: string
}

export interface ProxyFailure {
  code:
    'timeout' | 'not-in-domain-list' | 'private-address' | 'unreachable' | 'invalid' | 'too-many-redirects'
  /** In the words of a browser's network stack where there are any: `net::ERR_NAME_NOT_RESOLVED`. */
  message: string
  /** Method and URL that were asked for, once the head has been read. For whoever watches the traffic. */
  target?: string
}

const LENGTH_BYTES = 4
const MAX_HEAD_BYTES = 1024 * 1024

/** A head as bytes: its length (32 bits, big end first), then JSON in ASCII. */
export function encodeProxyHead(head: ProxyRequestHead | ProxyResponseHead): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(head).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  if (text.length > MAX_HEAD_BYTES) throw new Error('the head is too large')
  const bytes = new Uint8Array(LENGTH_BYTES + text.length)
  new DataView(bytes.buffer).setUint32(0, text.length)
  for (let index = 0; index < text.length; index++) bytes[LENGTH_BYTES + index] = text.charCodeAt(index)
  return bytes
}

export interface ProxyHeadReader<Head> {
  /** Takes the next bytes; answers when the head is complete, with the bytes after it. Throws if there is no head. */
  push(chunk: Uint8Array): { head: Head; rest: Uint8Array } | undefined
}

export function createProxyHeadReader<
  Head extends ProxyRequestHead | ProxyResponseHead,
>(): ProxyHeadReader<Head> {
  let bytes = new Uint8Array()
  return {
    push(chunk) {
      const joined = new Uint8Array(bytes.length + chunk.length)
      joined.set(bytes)
      joined.set(chunk, bytes.length)
      bytes = joined
      if (bytes.length < LENGTH_BYTES) return undefined
      const length = new DataView(bytes.buffer).getUint32(0)
      if (length > MAX_HEAD_BYTES) throw new Error('the head is too large')
      const end = LENGTH_BYTES + length
      if (bytes.length < end) return undefined
      return {
        head: JSON.parse(asciiText(bytes.subarray(LENGTH_BYTES, end))) as Head,
        rest: bytes.subarray(end),
      }
    },
  }
}

const CHUNK_BYTES = 8_192

function asciiText(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES))
  }
  return text
}
