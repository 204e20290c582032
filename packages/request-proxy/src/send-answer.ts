import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { encodeProxyHead, PROXY_MEDIA_TYPE } from '@sampan/protocol'
import type { ProxyFailure } from '@sampan/protocol'
import type { FinalAnswer } from './follow-redirects'
import type { ProxyError } from './proxy-error'

/** Of the connection to the server, not of the answer. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** Head and body, decoded, as they come. Rejects if the answer breaks off; the connection is cut then. */
export async function sendAnswer({ message, url }: FinalAnswer, response: ServerResponse): Promise<void> {
  const decoder = createDecoder(message.headers['content-encoding'])
  const left = new Set(decoder ? ['content-encoding', 'content-length'] : [])
  const headers = pairsOf(message.rawHeaders).filter(([name]) => {
    const lower = name.toLowerCase()
    return !HOP_BY_HOP.has(lower) && !left.has(lower)
  })
  response.writeHead(200, { 'Content-Type': PROXY_MEDIA_TYPE, 'Cache-Control': 'no-store' })
  response.write(encodeProxyHead({ status: message.statusCode ?? 0, headers, url: url.href }))
  if (decoder) await pipeline(message, decoder, response)
  else await pipeline(message, response)
}

export function sendFailure(
  { code, message }: ProxyError,
  target: string | undefined,
  response: ServerResponse,
): void {
  const failure: ProxyFailure = { code, message, target }
  const status = code === 'invalid' ? 400 : code === 'timeout' ? 504 : code === 'unreachable' ? 502 : 403
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(failure))
}

function pairsOf(rawHeaders: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    pairs.push([rawHeaders[index]!, rawHeaders[index + 1]!])
  }
  return pairs
}

function createDecoder(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      return undefined
  }
}
