import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  createProxyHeadReader,
  encodeProxyHead,
  PROXY_MEDIA_TYPE,
  type ProxyFailure,
  type ProxyRequestHead,
} from '@sampan/protocol'

/** The least that follows the proxy's contract, for tests of the container's end. */
export async function startRequestProxy(): Promise<{
  url: string
  heads: ProxyRequestHead[]
  cookies: (string | undefined)[]
  close(): Promise<void>
}> {
  const heads: ProxyRequestHead[] = []
  const cookies: (string | undefined)[] = []
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', '*')
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    cookies.push(request.headers.cookie)
    forward(request, response, heads).catch((error: unknown) => {
      if (response.headersSent) return response.destroy()
      const failure: ProxyFailure = {
        code: 'unreachable',
        message: `net::ERR_CONNECTION_REFUSED ${String(error)}`,
      }
      response.writeHead(502, { 'content-type': 'application/json' }).end(JSON.stringify(failure))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/proxy`,
    heads,
    cookies,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function forward(request: IncomingMessage, response: ServerResponse, heads: ProxyRequestHead[]) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const found = createProxyHeadReader<ProxyRequestHead>().push(Buffer.concat(chunks))
  if (!found || request.headers['content-type'] !== PROXY_MEDIA_TYPE) throw new Error('no head')
  const { head, rest } = found
  heads.push(head)
  const answer = await fetch(head.url, {
    method: head.method,
    headers: head.headers,
    redirect: head.redirect,
    ...(rest.length > 0 ? { body: Buffer.from(rest) } : {}),
    signal: AbortSignal.timeout(head.timeoutMs),
  })
  response.writeHead(200, { 'content-type': PROXY_MEDIA_TYPE })
  response.write(encodeProxyHead({ status: answer.status, headers: [...answer.headers], url: answer.url }))
  if (answer.body) for await (const chunk of answer.body) response.write(chunk)
  response.end()
}
