import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import mime from 'mime'

/** Something to serve, kept in memory. */
export interface Content {
  type: string
  bytes: Uint8Array
  /** Compressed forms, made when first asked for. */
  compressed: Partial<Record<'br' | 'gzip', Promise<Uint8Array>>>
}

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)
/** Below this, headers weigh more than what is saved. */
const SMALLEST_COMPRESSED_BYTES = 1024
const TEXT = /^(text\/|application\/(json|javascript|xml)|image\/svg)/

export function createContent(name: string, content: string | Uint8Array): Content {
  const type = mime.getType(name) ?? 'application/octet-stream'
  return {
    type: TEXT.test(type) ? `${type}; charset=utf-8` : type,
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    compressed: {},
  }
}

/** Answers GET and HEAD, whole or one range (media players ask for parts). */
export async function sendContent(
  request: IncomingMessage,
  response: ServerResponse,
  content: Content,
  headers: Record<string, string>,
): Promise<void> {
  response.setHeader('Content-Type', content.type)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)

  const encoding = chooseEncoding(request, content)
  if (encoding) {
    content.compressed[encoding] ??= compress(content.bytes, encoding)
    response.setHeader('Content-Encoding', encoding)
    response.setHeader('Vary', 'Accept-Encoding')
    return end(request, response, 200, await content.compressed[encoding])
  }
  response.setHeader('Accept-Ranges', 'bytes')
  const { length } = content.bytes
  const range = parseRange(request.headers.range, length)
  if (range === 'invalid') {
    response.setHeader('Content-Range', `bytes */${length}`)
    return end(request, response, 416, new Uint8Array())
  }
  if (!range) return end(request, response, 200, content.bytes)
  response.setHeader('Content-Range', `bytes ${range.first}-${range.last}/${length}`)
  end(request, response, 206, content.bytes.subarray(range.first, range.last + 1))
}

function end(request: IncomingMessage, response: ServerResponse, status: number, bytes: Uint8Array): void {
  response.statusCode = status
  response.setHeader('Content-Length', bytes.length)
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

/** Nothing is gained by it on this computer, and much over a phone's network. */
function chooseEncoding(request: IncomingMessage, { type, bytes }: Content): 'br' | 'gzip' | undefined {
  if (bytes.length < SMALLEST_COMPRESSED_BYTES || !TEXT.test(type)) return undefined
  if (request.headers.range || isLoopback(request)) return undefined
  const accepted = String(request.headers['accept-encoding'] ?? '')
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

export function isLoopback(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? ''
  return /^(::ffff:)?127\.|^::1$/.test(address)
}

function compress(bytes: Uint8Array, encoding: 'br' | 'gzip'): Promise<Uint8Array> {
  if (encoding === 'gzip') return compressGzip(bytes)
  return compressBrotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
}

function parseRange(
  header: string | undefined,
  length: number,
): { first: number; last: number } | 'invalid' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match) return undefined
  const [, from = '', to = ''] = match
  if (from === '' && to === '') return 'invalid'
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from)
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1)
  return first <= last ? { first, last } : 'invalid'
}
