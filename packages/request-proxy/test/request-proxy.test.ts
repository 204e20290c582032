import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProxyHeadReader, encodeProxyHead, PROXY_MEDIA_TYPE } from '@sampan/protocol'
import type { ProxyRequestHead, ProxyResponseHead } from '@sampan/protocol'
import { createRequestProxy } from '@sampan/request-proxy'
import type { Reach } from '@sampan/request-proxy'

const servers: Server[] = []

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

let backend: string
let backendClosed: Promise<void>

beforeAll(async () => {
  let noteClosed = () => {}
  backendClosed = new Promise((resolve) => (noteClosed = resolve))
  backend = await serve((request, response) => answer(request, response, noteClosed))
})

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

async function answer(request: IncomingMessage, response: ServerResponse, noteClosed: () => void) {
  switch (request.url) {
    case '/gzip':
      return response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('unpacked'))
    case '/br':
      return response.writeHead(200, { 'Content-Encoding': 'br' }).end(brotliCompressSync('unpacked'))
    case '/cookies':
      return response.writeHead(200, ['Set-Cookie', 'a=1', 'set-cookie', 'b=2']).end()
    case '/found':
      return response.writeHead(302, { Location: '/echo' }).end()
    case '/again':
      return response.writeHead(307, { Location: '/echo' }).end()
    case '/elsewhere':
      return response.writeHead(302, { Location: backend.replace('127.0.0.1', 'localhost') + '/echo' }).end()
    case '/inside':
      return response.writeHead(302, { Location: 'http://10.0.0.1/secret' }).end()
    case '/loop':
      return response.writeHead(302, { Location: '/loop' }).end()
    case '/broken':
      response.writeHead(200, { 'Content-Length': '100' })
      response.write('half')
      return setTimeout(() => response.destroy(), 20)
    case '/never':
      response.on('close', noteClosed)
      return
    default: {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      return response.end(JSON.stringify({ method: request.method, headers: request.headers, body }))
    }
  }
}

async function startProxy(reach: Reach = 'loopback') {
  const proxy = createRequestProxy({ reach })
  return serve((request, response) => void proxy.handle(request, response))
}

function ask(
  proxyUrl: string,
  url: string,
  head: Partial<ProxyRequestHead> = {},
  body = '',
  signal?: AbortSignal,
) {
  const full: ProxyRequestHead = {
    appId: 'wx1',
    envVersion: 'develop',
    kind: 'request',
    method: 'GET',
    headers: {},
    timeoutMs: 5_000,
    redirect: 'follow',
    ...head,
    url,
  }
  return fetch(proxyUrl, {
    method: 'POST',
    headers: { 'content-type': PROXY_MEDIA_TYPE },
    body: new Blob([encodeProxyHead(full), body]),
    signal,
  })
}

async function read(response: Response): Promise<{ head: ProxyResponseHead; body: string }> {
  expect(response.status).toBe(200)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const found = createProxyHeadReader<ProxyResponseHead>().push(bytes)!
  return { head: found.head, body: new TextDecoder().decode(found.rest) }
}

describe('an answer', () => {
  test('carries status, headers as they came, and the bytes', async () => {
    const { head } = await read(await ask(await startProxy(), `${backend}/cookies`))
    expect(head).toMatchObject({ status: 200, url: `${backend}/cookies` })
    expect(head.headers.filter(([name]) => name.toLowerCase() === 'set-cookie')).toEqual([
      ['Set-Cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
  })

  test.each(['gzip', 'br'])('packed with %s is unpacked', async (encoding) => {
    const { head, body } = await read(await ask(await startProxy(), `${backend}/${encoding}`))
    expect(body).toBe('unpacked')
    expect(head.headers.map(([name]) => name.toLowerCase())).not.toContain('content-encoding')
  })

  test('that breaks off breaks the connection', async () => {
    const response = await ask(await startProxy(), `${backend}/broken`)
    expect(response.status).toBe(200)
    await expect(response.arrayBuffer()).rejects.toThrow()
  })
})

describe('a request', () => {
  test('brings method, headers and body, and neither our host nor our cookies', async () => {
    const proxy = await startProxy()
    const headers = { 'X-Token': 't', Cookie: 'mine=1', Host: 'evil.example', Connection: 'close' }
    const { body } = await read(await ask(proxy, `${backend}/echo`, { method: 'PUT', headers }, '你好'))
    const echo = JSON.parse(body)
    expect(echo).toMatchObject({ method: 'PUT', body: '你好' })
    expect(echo.headers).toMatchObject({ 'x-token': 't', cookie: 'mine=1', 'content-length': '6' })
    expect(echo.headers.host).toBe(new URL(backend).host)
  })

  test('that the program gives up is given up', async () => {
    const abort = new AbortController()
    const response = ask(await startProxy(), `${backend}/never`, {}, '', abort.signal)
    setTimeout(() => abort.abort(), 50)
    await expect(response).rejects.toThrow()
    await backendClosed
  })
})

describe('redirects', () => {
  test('302 turns POST into GET, 307 sends it again', async () => {
    const proxy = await startProxy()
    const found = await read(await ask(proxy, `${backend}/found`, { method: 'POST' }, 'data'))
    expect(JSON.parse(found.body)).toMatchObject({ method: 'GET', body: '' })
    expect(found.head.url).toBe(`${backend}/echo`)
    const again = await read(await ask(proxy, `${backend}/again`, { method: 'POST' }, 'data'))
    expect(JSON.parse(again.body)).toMatchObject({ method: 'POST', body: 'data' })
  })

  test('are left to the program if it wants', async () => {
    const { head } = await read(await ask(await startProxy(), `${backend}/found`, { redirect: 'manual' }))
    expect(head.status).toBe(302)
  })

  test('to another origin go without credentials', async () => {
    const headers = { Authorization: 'secret', Cookie: 'a=1', 'X-Token': 't' }
    const { body } = await read(await ask(await startProxy(), `${backend}/elsewhere`, { headers }))
    expect(JSON.parse(body).headers).toMatchObject({ 'x-token': 't' })
    expect(JSON.parse(body).headers).not.toHaveProperty('authorization')
    expect(JSON.parse(body).headers).not.toHaveProperty('cookie')
  })
})

describe('refusals', () => {
  const LOOPBACK: Reach = 'loopback'
  test.each([
    ['a private address', LOOPBACK, 'http://192.168.1.1/', 'private-address'],
    ['the cloud’s metadata', 'private-network' as Reach, 'http://169.254.169.254/latest', 'private-address'],
    ['IPv4 in IPv6', LOOPBACK, 'http://[::ffff:10.0.0.1]/', 'private-address'],
    ['a spelling of loopback', 'public' as Reach, 'http://0x7f.1/', 'private-address'],
    ['a name for loopback', 'public' as Reach, 'http://localhost/', 'private-address'],
    ['all addresses', LOOPBACK, 'http://0.0.0.0/', 'private-address'],
    ['another scheme', LOOPBACK, 'file:///etc/passwd', 'invalid'],
    ['a port where nobody listens', LOOPBACK, 'http://127.0.0.1:1/', 'unreachable'],
    ['a name that does not exist', LOOPBACK, 'http://no-such-host.invalid/', 'unreachable'],
  ])('%s', async (_, reach, url, code) => {
    const response = await ask(await startProxy(reach), url)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.json()).toMatchObject({ code })
  })

  test('a redirect to a private address, an endless one, and one too slow', async () => {
    const proxy = await startProxy()
    expect(await (await ask(proxy, `${backend}/inside`)).json()).toMatchObject({ code: 'private-address' })
    expect(await (await ask(proxy, `${backend}/loop`)).json()).toMatchObject({ code: 'too-many-redirects' })
    const slow = await ask(proxy, `${backend}/never`, { timeoutMs: 100 })
    expect(await slow.json()).toMatchObject({ code: 'timeout', target: `GET ${backend}/never` })
  })

  test.each([
    ['no head', new Uint8Array([0, 0, 0, 9, 1])],
    ['a head that is no JSON', new Uint8Array([0, 0, 0, 2, 65, 65])],
    ['a huge head', new Uint8Array([255, 255, 255, 255, 65])],
    ['a head of another shape', encodeProxyHead({ status: 200, headers: [], url: 'http://127.0.0.1/' })],
  ])('%s', async (_, body) => {
    const headers = { 'content-type': PROXY_MEDIA_TYPE }
    const response = await fetch(await startProxy(), { method: 'POST', headers, body })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'invalid' })
  })

  test('a plain form of another site', async () => {
    const response = await fetch(await startProxy(), { method: 'POST', body: 'x' })
    expect(response.status).toBe(400)
  })
})
