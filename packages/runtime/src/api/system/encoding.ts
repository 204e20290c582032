import { type ApiContext, ApiError, type ApiTable, asyncApi } from '../api-context'
import { natives } from '../natives'
import { requireNumber } from '../parameters'
import { syncApi } from '../sync-api'

const MAX_RANDOM_BYTES = 1_048_576
/** `crypto.getRandomValues` gives no more at once. */
const RANDOM_CHUNK_BYTES = 65_536
/** Arguments of one `fromCharCode`. */
const TEXT_CHUNK_BYTES = 32_768

export function createEncodingApis(context: ApiContext): ApiTable {
  const getRandomValues = asyncApi(context, 'getRandomValues', (options) => ({
    randomValues: randomBytes(requireNumber(options, 'length')),
  }))
  return {
    base64ToArrayBuffer: syncApi('base64ToArrayBuffer', base64ToArrayBuffer),
    arrayBufferToBase64: syncApi('arrayBufferToBase64', arrayBufferToBase64),
    getRandomValues,
    getUserCryptoManager: () => ({
      getRandomValues,
      getLatestUserKey: asyncApi(context, 'getLatestUserKey', () => context.call('getLatestUserKey')),
    }),
  }
}

function base64ToArrayBuffer(base64: unknown): ArrayBuffer {
  let text: string
  try {
    text = natives.atob(String(base64).replace(/-/g, '+').replace(/_/g, '/'))
  } catch {
    throw new ApiError({ message: 'parameter error: the text is not base64' })
  }
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
  return bytes.buffer
}

function arrayBufferToBase64(buffer: unknown): string {
  const bytes = bytesOf(buffer)
  let text = ''
  for (let start = 0; start < bytes.length; start += TEXT_CHUNK_BYTES) {
    text += String.fromCharCode(...bytes.subarray(start, start + TEXT_CHUNK_BYTES))
  }
  return natives.btoa(text)
}

function bytesOf(buffer: unknown): Uint8Array {
  if (buffer instanceof ArrayBuffer) return new Uint8Array(buffer)
  if (ArrayBuffer.isView(buffer)) return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  throw new ApiError({ message: 'parameter error: parameter should be ArrayBuffer' })
}

function randomBytes(length: number): ArrayBuffer {
  if (!Number.isInteger(length) || length < 0 || length > MAX_RANDOM_BYTES) {
    throw new ApiError({ message: `parameter error: length should be between 0 and ${MAX_RANDOM_BYTES}` })
  }
  const bytes = new Uint8Array(length)
  for (let start = 0; start < length; start += RANDOM_CHUNK_BYTES) {
    bytes.set(natives.randomBytes(Math.min(RANDOM_CHUNK_BYTES, length - start)), start)
  }
  return bytes.buffer
}
