import type { ProxyRequestHead, ReceivedHeaders } from '@sampan/protocol'

/** One request of the program, however it is carried. */
export interface OutgoingRequest {
  kind: ProxyRequestHead['kind']
  url: string
  method: string
  header: Record<string, string>
  body?: BodyInit
  timeoutMs: number
  redirect: 'follow' | 'manual'
  signal: AbortSignal
  upload?: UploadCarrier
}

/** Sends a body in a way that can tell how much of it is sent. It comes with the code of uploads. */
export interface UploadCarrier {
  sendDirectly(request: CarriedRequest, signal: AbortSignal): Promise<IncomingResponse>
  sendThroughProxy(request: CarriedRequest, signal: AbortSignal): Promise<IncomingResponse>
}

export type CarriedRequest = Pick<OutgoingRequest, 'url' | 'method' | 'header' | 'body'>

export interface IncomingResponse {
  headers: ReceivedHeaders
  /** Undefined if there is no body. Errors of the stream are `CapabilityError`s. */
  body: ReadableStream<Uint8Array> | undefined
  /** Of the body, where the server told. */
  expectedBytes: number
}

/** Names that came again are joined with a comma, and each `Set-Cookie` is kept for itself as well. */
export function describeHeaders(statusCode: number, pairs: Iterable<[string, string]>): ReceivedHeaders {
  const header = Object.create(null) as Record<string, string>
  const spelling = new Map<string, string>()
  const cookies: string[] = []
  for (const [name, value] of pairs) {
    const lowerName = name.toLowerCase()
    if (lowerName === 'set-cookie') cookies.push(value)
    const key = spelling.get(lowerName) ?? name
    spelling.set(lowerName, key)
    header[key] = key in header ? `${header[key]},${value}` : value
  }
  return { statusCode, header: { ...header }, cookies }
}
