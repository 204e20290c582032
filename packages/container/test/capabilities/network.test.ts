import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type OpenProgram, type TestHost, startTestHost } from '../harness/container-page'
import { type ProgramServer, startProgramServer } from '../harness/program-server'
import { startRequestProxy } from '../harness/request-proxy'

let host: TestHost
let server: ProgramServer
let proxy: Awaited<ReturnType<typeof startRequestProxy>>
let direct: OpenProgram
let proxied: OpenProgram

beforeAll(async () => {
  ;[host, server, proxy] = await Promise.all([startTestHost(), startProgramServer(), startRequestProxy()])
  ;[direct, proxied] = await Promise.all([
    open({ domains: 'any' }),
    open({ domains: 'any', proxyUrl: proxy.url }),
  ])
  // Cookies of the host's page: same host name as the program's server, other port.
  for (const opened of [direct, proxied]) await opened.page.evaluate(() => (document.cookie = 'host=secret'))
})
afterAll(async () => {
  await Promise.all([host?.close(), server?.close(), proxy?.close()])
})
beforeEach(() => {
  server.requests.length = 0
  proxy.heads.length = 0
})

async function open(settings: object): Promise<OpenProgram> {
  const opened = await host.open({ properties: { settings } })
  await opened.waitForEvent('launched')
  return opened
}

let lastTask = 0

/** Makes a call in the worker and answers with its outcome and the events of its task. */
async function callTask(opened: OpenProgram, api: string, params: Record<string, unknown>): Promise<any> {
  const taskId = ++lastTask
  return (await opened.logicWorker()).evaluate(
    async ([name, given]) => {
      const { program } = globalThis as any
      const { body, ...rest } = given as Record<string, unknown>
      const bytes = Array.isArray(body)
        ? { body: new Uint8Array(body).buffer }
        : body === undefined
          ? {}
          : { body }
      const { value, error } = await program.call(name, { ...rest, ...bytes })
      const events = program.received
        .filter((message: any) => message.name === `networkTask.${String(rest.taskId)}`)
        .map(({ payload }: any) =>
          payload.data instanceof ArrayBuffer ? new TextDecoder().decode(payload.data) : payload,
        )
      if (value?.data instanceof ArrayBuffer) value.data = [...new Uint8Array(value.data)]
      return { value, error, events }
    },
    [api, { taskId, header: {}, timeoutMs: 5_000, ...params }] as const,
  )
}

const request = (opened: OpenProgram, params: Record<string, unknown>) =>
  callTask(opened, 'request', {
    method: 'GET',
    responseType: 'text',
    enableChunked: false,
    redirect: 'follow',
    ...params,
  })

describe.each([
  ['from the page', () => direct],
  ['through a proxy', () => proxied],
])('request %s', (_how, which) => {
  test('answers with status, headers and text, whatever the status', async () => {
    const { value, events } = await request(which(), { url: `${server.origin}/json?status=418` })
    expect(value).toMatchObject({ statusCode: 418, data: '{"hello":"世界"}' })
    expect(new Headers(value.header).get('x-custom')).toBe('yes')
    expect(events).toEqual([
      { event: 'headersReceived', statusCode: 418, header: value.header, cookies: value.cookies },
    ])
  })

  test('takes nothing of the host’s along', async () => {
    const header = { 'content-type': 'application/json', authorization: 'Bearer x' }
    await request(which(), { url: `${server.origin}/json`, header })
    const [seen] = server.requests
    expect(seen?.headers.cookie).toBeUndefined()
    expect(seen?.headers.referer ?? 'none').not.toContain('127.0.0.1')
    expect(seen?.headers.authorization).toBe('Bearer x')
  })

  test('sends texts and bytes, and answers with bytes', async () => {
    const url = `${server.origin}/echo`
    const header = { 'content-type': 'application/json' }
    const text = await request(which(), { url, method: 'POST', header, body: '{"a":"世"}' })
    expect(text.value.data).toBe('{"a":"世"}')
    expect(server.requests[0]?.headers['content-type']).toBe('application/json')
    const bytes = await request(which(), {
      url,
      method: 'PUT',
      body: [0, 255, 1],
      responseType: 'arraybuffer',
    })
    expect(bytes.value.data).toEqual([0, 255, 1])
  })

  test('hands over chunks as they come', async () => {
    const { value, events } = await request(which(), { url: `${server.origin}/chunks`, enableChunked: true })
    const chunks = events.slice(1) as string[]
    expect(chunks.length).toBeGreaterThan(1)
    expect(chunks.join('')).toBe('one two three')
    expect(value.data).toBe('one two three')
  })

  test('follows redirects', async () => {
    expect((await request(which(), { url: `${server.origin}/redirect` })).value.statusCode).toBe(200)
  })

  test('ends at its time limit', async () => {
    const { error } = await request(which(), { url: `${server.origin}/never`, timeoutMs: 150 })
    expect(error).toEqual({ message: 'timeout', errno: 5 })
  })

  test('tells of servers that are not there or break off', async () => {
    const { error } = await request(which(), { url: 'http://127.0.0.1:1/' })
    expect(error).toMatchObject({ message: expect.stringMatching(/^net::ERR_/), errno: 600001 })
    const broken = await request(which(), { url: `${server.origin}/break` })
    expect(broken.error).toMatchObject({ message: expect.stringMatching(/^net::ERR_/), errno: 600001 })
  })

  test('uploads a file last in its form, with progress', async () => {
    const downloaded = await callTask(which(), 'downloadFile', { url: `${server.origin}/picture` })
    const { tempFilePath } = downloaded.value
    expect(tempFilePath).toMatch(/^wxfile:\/\/tmp\/\w+\.png$/)
    expect(downloaded.events).toContainEqual({ event: 'progress', sentBytes: 3, expectedBytes: 3 })
    server.requests.length = 0
    const { value, events } = await callTask(which(), 'uploadFile', {
      url: `${server.origin}/echo`,
      header: { 'content-type': 'of the program, ignored', 'x-token': 't' },
      fileKey: tempFilePath.replace('wxfile://', ''),
      fileName: 'photo.png',
      name: 'file',
      formData: { key: '中' },
    })
    expect(value.statusCode).toBe(200)
    expect(value.data).toMatch(
      /name="key"\r\n\r\n中\r\n[^]*name="file"; filename="photo.png"\r\nContent-Type: image\/png\r\n\r\nPNG\r\n/,
    )
    expect(server.requests[0]?.headers).toMatchObject({
      'x-token': 't',
      'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/),
    })
    expect(server.requests[0]?.headers.cookie).toBeUndefined()
    expect(events.at(-2)).toMatchObject({ event: 'progress' })
    const missing = await callTask(which(), 'uploadFile', {
      url: `${server.origin}/echo`,
      fileKey: 'tmp/nothing',
      fileName: 'x',
      name: 'file',
      formData: {},
    })
    expect(missing.error).toMatchObject({ message: 'file not found' })
  })
})

test('a proxy gives what pages cannot have: cookies, all headers, manual redirects', async () => {
  const { value } = await request(proxied, { url: `${server.origin}/json`, header: { cookie: 'session=1' } })
  expect(value.cookies).toEqual(['a=1; Path=/', 'b=2'])
  expect(server.requests[0]?.headers.cookie).toBe('session=1')
  expect(proxy.heads[0]).toMatchObject({
    appId: expect.any(String),
    kind: 'request',
    headers: { referer: expect.stringMatching(/^https:\/\/servicewechat\.com\/\w+\/0\/page-frame\.html$/) },
  })
  const manual = await request(proxied, { url: `${server.origin}/redirect`, redirect: 'manual' })
  expect(manual.value.statusCode).toBe(302)
})

test('a page says once which headers it cannot send', async () => {
  await request(direct, { url: `${server.origin}/json`, header: { cookie: 'a=b' } })
  await request(direct, { url: `${server.origin}/json`, header: { cookie: 'a=b' } })
  const lines = (await direct.events('console')).map(({ args }) => args[0] as string)
  expect(lines.filter((line) => line.includes('they were not sent: cookie'))).toHaveLength(1)
})

test('ten requests run at once, the others wait', async () => {
  const urls = Array.from(
    { length: 14 },
    (_, index) => `${index % 2 ? server.origin : server.otherOrigin}/hold`,
  )
  const answers = await Promise.all(urls.map((url) => request(direct, { url })))
  expect(answers.every(({ value }) => value.data === 'held')).toBe(true)
  expect(server.mostHeld()).toBe(10)
})

test('aborted requests end, waiting or not', async () => {
  const error = await (
    await direct.logicWorker()
  ).evaluate(async (url) => {
    const { program } = globalThis as any
    const task = { taskId: 900_001, url, header: {}, timeoutMs: 5_000, method: 'GET' }
    const options = { responseType: 'text', enableChunked: false, redirect: 'follow' }
    const answer = program.call('request', { ...task, ...options })
    await program.call('abortNetworkTask', { taskId: 900_001 })
    return (await answer).error
  }, `${server.origin}/never`)
  expect(error).toEqual({ message: 'abort' })
})

describe('domain lists', () => {
  let limited: OpenProgram
  beforeAll(async () => {
    limited = await open({
      domains: {
        request: ['https://api.example.com'],
        socket: ['wss://ws.example.com'],
        upload: [],
        download: [],
        webView: [],
      },
    })
  })

  test.each([
    'http://api.example.com/',
    'https://api.example.com:443/',
    'https://sub.api.example.com/',
    'https://api.example.com@evil.example/',
    'https://api.example.com\\@evil.example/',
    'https://evil.example/https://api.example.com',
  ])('refuse %s', async (url) => {
    const { error } = await request(limited, { url })
    expect(error).toEqual({ message: 'url not in domain list', errno: 600002 })
  })

  test('are kept apart by kind', async () => {
    const download = await callTask(limited, 'downloadFile', { url: 'https://api.example.com/' })
    expect(download.error).toMatchObject({ errno: 600002 })
    const socket = await (
      await limited.logicWorker()
    ).evaluate(() =>
      (globalThis as any).program.call('connectSocket', {
        socketId: 1,
        url: 'wss://api.example.com',
        protocols: [],
        timeoutMs: 1_000,
      }),
    )
    expect(socket.error).toMatchObject({ errno: 600002 })
  })

  test('that are off are told of once', async () => {
    await request(direct, { url: `${server.origin}/json` })
    const lines = (await direct.events('console')).map(({ args }) => args[0] as string)
    expect(lines.filter((line) => line.includes('not checked in development'))).toHaveLength(1)
  })
})

test('params that no honest worker sends are refused', async () => {
  for (const params of [
    { url: `${server.origin}/json`, header: { referer: 'https://a.example' } },
    { url: `${server.origin}/json`, header: { 'x-a': 'b\r\nx-c: d' } },
    { url: `${server.origin}/json`, method: 'GET / HTTP/1.1' },
    { url: `${server.origin}/json`, timeoutMs: -1 },
    { url: 'javascript:alert(1)' },
  ]) {
    expect((await request(direct, params)).error.message).toMatch(/^(parameter error|invalid url)/)
  }
  expect(server.requests).toEqual([])
})

describe('sockets', () => {
  /** Runs steps against one socket in the worker and answers with what its events were. */
  const exchange = async (url: string, messages: (string | number[])[], close?: number) =>
    (await direct.logicWorker()).evaluate(
      async ([target, texts, closeCode, id]) => {
        const { program } = globalThis as any
        const events = () =>
          program.received
            .filter(({ name }: any) => name === `socket.${id}`)
            .map(({ payload }: any) => payload)
        const until = async (count: number) => {
          while (events().length < count) await new Promise((resolve) => setTimeout(resolve, 5))
        }
        const call = (api: string, params: object) => program.call(api, { socketId: id, ...params })
        const answer = await call('connectSocket', { url: target, protocols: ['chat'], timeoutMs: 5_000 })
        if (answer.error) return { error: answer.error }
        await until(1)
        let count = 1
        for (const text of texts) {
          await call('sendSocketMessage', { data: Array.isArray(text) ? new Uint8Array(text).buffer : text })
          await until(++count)
        }
        if (closeCode !== undefined) {
          await call('closeSocket', { code: closeCode, reason: 'done' })
          await until(count + 1)
        }
        return {
          events: events().map((event: any) =>
            event.data instanceof ArrayBuffer ? { bytes: [...new Uint8Array(event.data)] } : event,
          ),
        }
      },
      [url, messages, close, ++lastTask] as const,
    )

  test('exchange texts and bytes and close from either side', async () => {
    expect(await exchange(server.socketUrl, ['hello', [1, 2]], 3001)).toEqual({
      events: [
        { event: 'open', protocol: 'chat' },
        { event: 'message', data: 'hello' },
        { bytes: [1, 2] },
        { event: 'close', code: 3001, reason: 'done' },
      ],
    })
    expect((await exchange(server.socketUrl, ['bye'])).events).toEqual([
      { event: 'open', protocol: 'chat' },
      { event: 'close', code: 4001, reason: 'server says bye' },
    ])
  })

  test('that cannot connect report error and close', async () => {
    const { events } = await exchange('ws://localhost:1/', [])
    expect(events[0]).toEqual({ event: 'error', message: 'connectSocket:fail net::ERR_FAILED' })
  })

  test('never go to the host itself, whose cookies would go along', async () => {
    const { error } = await exchange(host.origin.replace('http', 'ws'), [])
    expect(error).toEqual({ message: 'url not in domain list' })
  })
})

test('tells of a lost connection', async () => {
  const context = direct.page.context()
  await context.setOffline(true)
  await context.setOffline(false)
  await expect
    .poll(async () =>
      (await direct.logicWorker()).evaluate(() =>
        (globalThis as any).program.received
          .filter(({ name }: any) => name === 'networkStatusChange')
          .map(({ payload }: any) => payload),
      ),
    )
    .toEqual([
      { isConnected: false, networkType: 'none' },
      { isConnected: true, networkType: 'wifi' },
    ])
})
