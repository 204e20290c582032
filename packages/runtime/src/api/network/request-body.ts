/** How the base library makes URL, headers and body of what a program passes to `wx.request`. */

export function readHeader(given: unknown): Record<string, string> {
  const header: Record<string, string> = {}
  if (typeof given !== 'object' || given === null) return header
  for (const [name, value] of Object.entries(given)) {
    const lowerName = name.toLowerCase()
    // `Referer` is the platform's to set.
    if (lowerName === 'referer' || value === undefined || value === null) continue
    header[lowerName] = String(value)
  }
  return header
}

export interface EncodedRequest {
  url: string
  body?: string | ArrayBuffer
}

/** `header` has lower-case names, with a `content-type`. */
export function encodeRequest(
  url: string,
  method: string,
  data: unknown,
  header: Readonly<Record<string, string>>,
): EncodedRequest {
  if (data === undefined || data === null) return { url }
  if (method === 'GET') return { url: isRecord(data) ? addToQuery(url, data) : url }
  return { url, body: encodeBody(data, header['content-type'] ?? '') }
}

function encodeBody(data: unknown, contentType: string): string | ArrayBuffer {
  if (typeof data === 'string') return data
  if (data instanceof ArrayBuffer) return data
  if (ArrayBuffer.isView(data)) {
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice().buffer
  }
  if (isRecord(data) && /^application\/x-www-form-urlencoded/i.test(contentType)) return encodeForm(data)
  return typeof data === 'object' ? JSON.stringify(data) : String(data)
}

function encodeForm(data: Readonly<Record<string, unknown>>): string {
  return Object.entries(data)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(toText(value))}`)
    .join('&')
}

/** Fields of the data replace those of the same name in the URL's query. */
export function addToQuery(url: string, data: Readonly<Record<string, unknown>>): string {
  if (Object.keys(data).length === 0) return url
  const [withoutHash = '', ...hash] = url.split('#')
  const mark = withoutHash.indexOf('?')
  const path = mark < 0 ? withoutHash : withoutHash.slice(0, mark)
  const kept = (mark < 0 ? '' : withoutHash.slice(mark + 1)).split('&').filter((pair) => {
    const name = pair.split('=', 1)[0] ?? ''
    return pair !== '' && !Object.hasOwn(data, decode(name))
  })
  const query = [...kept, encodeForm(data)].join('&')
  return [`${path}?${query}`, ...hash].join('#')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function toText(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof ArrayBuffer) &&
    !ArrayBuffer.isView(value)
  )
}
