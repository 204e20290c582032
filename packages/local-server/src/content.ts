import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import mime from 'mime'

/** Something to serve whose bytes never change. */
export interface Content {
  type: string
  /** Reads once; later calls answer the same bytes. */
  read(): Promise<Uint8Array>
  /** Compresses once. */
  compress(encoding: Encoding): Promise<Uint8Array>
}

export interface ContentRequest {
  acceptEncoding: string | undefined
  range: string | undefined
}

export interface ContentAnswer {
  status: 200 | 206 | 416
  headers: Record<string, string>
  bytes: Uint8Array
}

type Encoding = 'br' | 'gzip'

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)
/** Below this, headers weigh more than what is saved. */
const SMALLEST_COMPRESSED_BYTES = 1024
const TEXT = /^(text\/|application\/(json|javascript|manifest\+json|xml)|image\/svg)/

export function createContent(
  name: string,
  source: string | Uint8Array | (() => Promise<Uint8Array>),
): Content {
  const type = mime.getType(name) ?? 'application/octet-stream'
  const compressed = new Map<Encoding, Promise<Uint8Array>>()
  let bytes: Promise<Uint8Array> | undefined

  function read(): Promise<Uint8Array> {
    bytes ??= typeof source === 'function' ? source() : Promise.resolve(toBytes(source))
    // A file that could not be read may be readable the next time.
    bytes.catch(() => (bytes = undefined))
    return bytes
  }

  return {
    type: TEXT.test(type) ? `${type}; charset=utf-8` : type,
    read,
    compress(encoding) {
      const known = compressed.get(encoding)
      if (known) return known
      const fresh = read().then((content) => compress(content, encoding))
      compressed.set(encoding, fresh)
      fresh.catch(() => compressed.delete(encoding))
      return fresh
    },
  }
}

/** The whole, compressed if both sides like it, or one range of it (media players ask for parts). */
export async function answerContent(request: ContentRequest, content: Content): Promise<ContentAnswer> {
  const bytes = await content.read()
  const headers: Record<string, string> = {
    'Content-Type': content.type,
    'X-Content-Type-Options': 'nosniff',
  }
  const isText = TEXT.test(content.type) && bytes.length >= SMALLEST_COMPRESSED_BYTES
  if (isText) headers.Vary = 'Accept-Encoding'
  const encoding = isText && !request.range ? chooseEncoding(request.acceptEncoding) : undefined
  if (encoding) {
    headers['Content-Encoding'] = encoding
    return { status: 200, headers, bytes: await content.compress(encoding) }
  }
  headers['Accept-Ranges'] = 'bytes'
  const range = parseRange(request.range, bytes.length)
  if (!range) return { status: 200, headers, bytes }
  if (range === 'invalid') {
    headers['Content-Range'] = `bytes */${bytes.length}`
    return { status: 416, headers, bytes: new Uint8Array() }
  }
  headers['Content-Range'] = `bytes ${range.first}-${range.last}/${bytes.length}`
  return { status: 206, headers, bytes: bytes.subarray(range.first, range.last + 1) }
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content
}

function chooseEncoding(accepted = ''): Encoding | undefined {
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

function compress(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
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
