import type { IncomingMessage } from 'node:http'
import type { ProxyRequest, RequestBody } from './read-request'
import { ProxyError } from './proxy-error'
import type { SendUpstream, UpstreamRequest } from './send-upstream'

export interface FinalAnswer {
  message: IncomingMessage
  url: URL
}

export interface HopRules {
  send: SendUpstream
  lookup: UpstreamRequest['lookup']
  signal: AbortSignal
  headers: Record<string, string>
  /** Rejects with a `ProxyError` if a hop must not be taken. */
  checkHop(url: URL): Promise<void>
}

/** As many as browsers follow. */
const MOST_REDIRECTS = 20

/** Sends a request and follows its redirects, each checked like the first. */
export async function followRedirects({ head, body }: ProxyRequest, rules: HopRules): Promise<FinalAnswer> {
  let url = new URL(head.url)
  let { method } = head
  let { headers } = rules
  let sent: RequestBody | undefined = body.sizeBytes > 0 ? body : undefined
  for (let hops = 0; ; hops++) {
    await rules.checkHop(url)
    const message = await rules.send({ ...rules, url, method, headers, body: sent })
    const target = head.redirect === 'follow' ? redirectTarget(message, url) : undefined
    if (!target) return { message, url }
    message.resume() // Lets the connection serve the next request.
    if (hops === MOST_REDIRECTS) throw new ProxyError('too-many-redirects', 'net::ERR_TOO_MANY_REDIRECTS')
    if (becomesGet(message.statusCode, method)) {
      method = 'GET'
      sent = undefined
      headers = without(headers, /^content-/i)
    } else if (sent && !sent.canRepeat()) {
      throw new ProxyError('unreachable', 'net::ERR_UPLOAD_FILE_CHANGED')
    }
    if (target.origin !== url.origin) headers = without(headers, /^(authorization|cookie)$/i)
    url = target
  }
}

function redirectTarget({ statusCode = 0, headers }: IncomingMessage, base: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return undefined
  const target = URL.canParse(headers.location, base.href) ? new URL(headers.location, base) : undefined
  if (!target || !/^https?:$/.test(target.protocol))
    throw new ProxyError('invalid', 'net::ERR_INVALID_REDIRECT')
  return target
}

function becomesGet(status: number | undefined, method: string): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD'
  return (status === 301 || status === 302) && method === 'POST'
}

function without(headers: Record<string, string>, names: RegExp): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.test(name)))
}
