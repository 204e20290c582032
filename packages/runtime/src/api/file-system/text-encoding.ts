import { natives } from '../natives'
import { fileError } from './file-errors'

/** The encodings of `readFile` and `writeFile`. `ascii`, `binary` and `latin1` are one byte per character. */
type Encoding = 'base64' | 'hex' | 'utf16le' | 'utf8' | 'latin1' | 'ascii'

const ENCODINGS = new Map<string, Encoding>([
  ['ascii', 'ascii'],
  ['base64', 'base64'],
  ['binary', 'latin1'],
  ['hex', 'hex'],
  ['latin1', 'latin1'],
  ['ucs2', 'utf16le'],
  ['ucs-2', 'utf16le'],
  ['utf16le', 'utf16le'],
  ['utf-16le', 'utf16le'],
  ['utf8', 'utf8'],
  ['utf-8', 'utf8'],
])

export function decodeBytes(bytes: Uint8Array, encodingName: unknown): string {
  switch (encodingOf(encodingName)) {
    case 'utf8':
      return new TextDecoder().decode(bytes)
    case 'utf16le':
      return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes)
    case 'ascii':
      return binaryString(bytes, 0x7f)
    case 'latin1':
      return binaryString(bytes, 0xff)
    case 'base64':
      return natives.btoa(binaryString(bytes, 0xff))
    case 'hex':
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  }
}

export function encodeText(text: string, encodingName: unknown): Uint8Array {
  switch (encodingOf(encodingName ?? 'utf8')) {
    case 'utf8':
      return new TextEncoder().encode(text)
    case 'utf16le':
      return new Uint8Array(
        Uint16Array.from({ length: text.length }, (_unit, index) => text.charCodeAt(index)).buffer,
      )
    case 'ascii':
    case 'latin1':
      return Uint8Array.from({ length: text.length }, (_unit, index) => text.charCodeAt(index) & 0xff)
    case 'base64':
      return decodeBase64(text)
    case 'hex':
      return decodeHex(text)
  }
}

/** Data parameters are text or bytes. Answers undefined for anything else. */
export function toBytes(data: unknown, encodingName: unknown): Uint8Array | undefined {
  if (typeof data === 'string') return encodeText(data, encodingName)
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0))
  if (ArrayBuffer.isView(data)) {
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
  }
  return undefined
}

function encodingOf(name: unknown): Encoding {
  const encoding = typeof name === 'string' ? ENCODINGS.get(name.toLowerCase()) : undefined
  if (!encoding) throw fileError(1300022, `invalid encoding "${String(name)}"`)
  return encoding
}

function binaryString(bytes: Uint8Array, mask: number): string {
  let text = ''
  const chunkLength = 8192
  for (let start = 0; start < bytes.length; start += chunkLength) {
    const chunk = bytes.subarray(start, start + chunkLength)
    text += String.fromCharCode(...(mask === 0xff ? chunk : chunk.map((byte) => byte & mask)))
  }
  return text
}

function decodeBase64(text: string): Uint8Array {
  try {
    const standard = text.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/')
    return Uint8Array.from(natives.atob(standard), (unit) => unit.charCodeAt(0))
  } catch {
    throw fileError(1300203)
  }
}

function decodeHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || /[^\da-f]/i.test(text)) throw fileError(1300022, 'hex')
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
