import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ProxyRequestHead } from '@sampan/protocol'
import { followRedirects } from './follow-redirects'
import { toProxyError } from './proxy-error'
import type { ProxyError } from './proxy-error'
import { checkLiteralAddress, createLookup } from './reachable-address'
import type { Reach } from './reachable-address'
import { readProxyRequest } from './read-request'
import type { ProxyRequest } from './read-request'
import { sendAnswer, sendFailure } from './send-answer'
import { createSender } from './send-upstream'

export interface RequestProxyOptions {
  reach: Reach
  /** May the program ask this URL? Called for the first and each redirect. Returns the refusal, if it is one. */
  checkUrl?(url: URL, head: ProxyRequestHead): ProxyError | undefined | Promise<ProxyError | undefined>
}

/** The endpoint of protocol's `proxy.ts`. Whoever serves it decides first who may call it. */
export interface RequestProxy {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Requests that are under way. */
  underWay(): number
  close(): void
}

/** Programs ask for a time of their own; this is the end of all patience. */
const LONGEST_MS = 10 * 60_000

/** Never passed on: they belong to the connection, or are ours to set. */
const DROPPED_HEADERS = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

export function createRequestProxy({ reach, checkUrl }: RequestProxyOptions): RequestProxy {
  const sender = createSender()
  const lookup = createLookup(reach)
  let underWay = 0

  async function pass(proxyRequest: ProxyRequest, request: IncomingMessage, response: ServerResponse) {
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const { head } = proxyRequest
    const timeout = AbortSignal.timeout(Math.min(head.timeoutMs, LONGEST_MS))
    const answer = await followRedirects(proxyRequest, {
      send: sender.send,
      lookup,
      signal: AbortSignal.any([gone.signal, timeout]),
      headers: outgoingHeaders(head.headers, request.headers['user-agent']),
      async checkHop(url) {
        checkLiteralAddress(url.hostname, reach)
        const refusal = await checkUrl?.(url, head)
        if (refusal) throw refusal
      },
    })
    await sendAnswer(answer, response)
  }

  return {
    async handle(request, response) {
      underWay++
      let target: string | undefined
      try {
        const proxyRequest = await readProxyRequest(request)
        target = `${proxyRequest.head.method} ${proxyRequest.head.url}`
        await pass(proxyRequest, request, response)
      } catch (error) {
        // After the head, only a cut connection can say that the answer broke off.
        if (response.headersSent) response.destroy()
        else sendFailure(toProxyError(error), target, response)
      } finally {
        underWay--
      }
    },
    underWay: () => underWay,
    close: sender.close,
  }
}

function outgoingHeaders(
  headers: Record<string, string>,
  userAgent: string | undefined,
): Record<string, string> {
  const outgoing: Record<string, string> = { accept: '*/*', 'accept-encoding': 'gzip, deflate, br' }
  if (userAgent !== undefined) outgoing['user-agent'] = userAgent
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase()
    if (!DROPPED_HEADERS.has(lower)) outgoing[lower] = value
  }
  return outgoing
}
