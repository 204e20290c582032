import { Agent as HttpAgent, request as requestHttp } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import type { RequestBody } from './read-request'

export interface UpstreamRequest {
  url: URL
  method: string
  headers: Record<string, string>
  /** Undefined sends none. */
  body: RequestBody | undefined
  signal: AbortSignal
  lookup: LookupFunction
}

/** Sends one request and resolves with the answer's head; its body is still to come. */
export type SendUpstream = (request: UpstreamRequest) => Promise<IncomingMessage>

/** Keeps connections for the next request. */
export function createSender(): { send: SendUpstream; close(): void } {
  const http = new HttpAgent({ keepAlive: true })
  const https = new HttpsAgent({ keepAlive: true })
  return {
    send({ url, method, headers, body, signal, lookup }) {
      return new Promise((resolve, reject) => {
        const isSecure = url.protocol === 'https:'
        const outgoing = (isSecure ? requestHttps : requestHttp)(url, {
          agent: isSecure ? https : http,
          method,
          headers: body ? { ...headers, 'content-length': String(body.sizeBytes) } : headers,
          signal,
          lookup,
        })
        outgoing.on('response', resolve)
        // The signal's reason says more than Node's AbortError.
        outgoing.on('error', (error) => reject(signal.aborted ? signal.reason : error))
        if (body)
          Readable.from(body.chunks())
            .on('error', (error) => outgoing.destroy(error))
            .pipe(outgoing)
        else outgoing.end()
      })
    },
    close() {
      http.destroy()
      https.destroy()
    },
  }
}
