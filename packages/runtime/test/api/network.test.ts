import { afterEach, describe, expect, it, vi } from 'vitest'
import { createWx } from '../../src/api'
import '../../src/all-parts'
import { addToQuery } from '../../src/api/network/request-body'
import { createFakeContext } from './fake-context'

type Wx = Record<string, (...args: unknown[]) => unknown>

function start() {
  const context = createFakeContext()
  return { context, wx: createWx(context) as Wx }
}

const OK = { statusCode: 200, header: {}, cookies: [], data: '' }

/** What reaches the container for the given options. */
async function sent(options: object) {
  const { context, wx } = start()
  context.answers.request = () => OK
  await new Promise((complete) => wx.request?.({ url: 'https://a.example/x', ...options, complete }))
  return context.calls[0]?.params as Record<string, unknown>
}

describe('request: what is sent', () => {
  it('puts GET data into the query', async () => {
    expect(await sent({ data: { a: 1, b: ['x', { y: 1 }], c: undefined, d: '中 &' } })).toEqual({
      taskId: 1,
      url: 'https://a.example/x?a=1&b=%5B%22x%22%2C%7B%22y%22%3A1%7D%5D&c=undefined&d=%E4%B8%AD%20%26',
      method: 'GET',
      header: { 'content-type': 'application/json' },
      responseType: 'text',
      enableChunked: false,
      redirect: 'follow',
      timeoutMs: 60_000,
    })
  })

  it('replaces query fields of the same name and keeps the fragment', () => {
    expect(addToQuery('https://a.example/?a=1&b=2&%E4=3#top', { a: 'x' })).toBe(
      'https://a.example/?b=2&%E4=3&a=x#top',
    )
    expect(addToQuery('https://a.example/?a=1', {})).toBe('https://a.example/?a=1')
  })

  it('encodes bodies by content type', async () => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' }
    const data = { a: 'x y', b: { c: 1 } }
    expect((await sent({ method: 'post', data })).body).toBe('{"a":"x y","b":{"c":1}}')
    expect((await sent({ method: 'POST', data, header: form })).body).toBe('a=x%20y&b=%7B%22c%22%3A1%7D')
    expect((await sent({ method: 'PUT', data: 'text' })).body).toBe('text')
    const bytes = new Uint8Array([0, 1, 2, 3]).subarray(1, 3)
    expect(new Uint8Array((await sent({ method: 'POST', data: bytes })).body as ArrayBuffer)).toEqual(
      new Uint8Array([1, 2]),
    )
    expect(await sent({ method: 'DELETE' })).not.toHaveProperty('body')
  })

  it('lower-cases header names, keeps Referer away and takes timeouts', async () => {
    const header = { Authorization: 1, referer: 'https://evil.example', Cookie: 'a=b', none: null }
    expect(
      await sent({ header, timeout: 5, enableChunked: true, responseType: 'arraybuffer' }),
    ).toMatchObject({
      header: { authorization: '1', cookie: 'a=b', 'content-type': 'application/json' },
      timeoutMs: 5,
      enableChunked: true,
      responseType: 'arraybuffer',
    })
  })

  it.each([
    [
      { url: undefined },
      'request:fail parameter error: parameter.url should be String instead of Undefined;',
    ],
    [{ url: '/relative' }, 'request:fail invalid url "/relative"'],
    [{ url: 'ftp://a.example' }, 'request:fail invalid url "ftp://a.example"'],
    [{ method: 'FETCH' }, 'request:fail method is invalid'],
  ])('refuses %j', async (options, errMsg) => {
    const { wx } = start()
    const failure = await new Promise((fail) => wx.request?.({ url: 'https://a.example', ...options, fail }))
    expect(failure).toMatchObject({ errMsg })
  })
})

describe('request: what comes back', () => {
  const answer = async (data: string | ArrayBuffer, options: object = {}) => {
    const { context, wx } = start()
    context.answers.request = () => ({
      ...OK,
      header: { 'content-Type': 'x', 'SET-COOKIE': 'a=b' },
      cookies: ['a=b'],
      data,
    })
    return (await new Promise((success) =>
      wx.request?.({ url: 'https://a.example', ...options, success }),
    )) as {
      data: unknown
      header: Record<string, string>
    }
  }

  it('parses JSON unless told otherwise', async () => {
    expect((await answer('{"a":1}')).data).toEqual({ a: 1 })
    expect((await answer('{broken')).data).toBe('{broken')
    expect((await answer('{"a":1}', { dataType: '其他' })).data).toBe('{"a":1}')
    expect((await answer(new ArrayBuffer(3))).data).toBeInstanceOf(ArrayBuffer)
  })

  it('lets headers be read in any usual spelling and lists them once', async () => {
    const { header } = await answer('')
    expect([header['Set-Cookie'], header['set-cookie'], header['Content-Type']]).toEqual(['a=b', 'a=b', 'x'])
    expect(Object.keys(header)).toEqual(['content-Type', 'SET-COOKIE'])
  })

  it('hands over failures with their numbers, and makes no promise', async () => {
    const { wx } = start()
    const task = wx.request?.({ url: 'https://a.example' })
    expect(task).not.toHaveProperty('then')
    const failure = await new Promise((fail) =>
      wx.request?.({ url: 'https://a.example', fail, complete: undefined }),
    )
    expect(failure).toEqual({ errMsg: 'request:fail not supported' })
  })
})

describe('tasks', () => {
  it('tell of headers, chunks and progress, and stop telling', async () => {
    const { context, wx } = start()
    let finish = (_answer: unknown) => {}
    context.answers.request = () => new Promise((resolve) => (finish = resolve))
    const heard: unknown[] = []
    const done = new Promise((complete) => {
      const task = wx.request?.({ url: 'https://a.example', enableChunked: true, complete }) as Wx
      const offered = (payload: unknown) => heard.push(['off', payload])
      task.onHeadersReceived?.((payload: unknown) => heard.push(payload))
      task.onChunkReceived?.(offered)
      task.offChunkReceived?.(offered)
      task.onChunkReceived?.((payload: unknown) => heard.push(payload))
    })
    await Promise.resolve()
    context.emit('networkTask.1', {
      event: 'headersReceived',
      statusCode: 201,
      header: { A: 'b' },
      cookies: [],
    })
    context.emit('networkTask.1', { event: 'chunkReceived', data: new ArrayBuffer(2) })
    expect(heard).toEqual([
      { statusCode: 201, header: { A: 'b' }, cookies: [] },
      { data: new ArrayBuffer(2) },
    ])
    await vi.waitFor(() => expect(context.calls).toHaveLength(1))
    finish(OK)
    await done
    context.emit('networkTask.1', { event: 'chunkReceived', data: new ArrayBuffer(2) })
    expect(heard).toHaveLength(2)
  })

  it('abort', async () => {
    const { context, wx } = start()
    context.answers.request = () => new Promise(() => {})
    const failure = await new Promise((fail) => {
      const task = wx.request?.({ url: 'https://a.example', fail }) as Wx
      task.abort?.()
    })
    expect(failure).toEqual({ errMsg: 'request:fail abort' })
    expect(context.calls).toContainEqual({ api: 'abortNetworkTask', params: { taskId: 1 } })
  })

  describe('in the background', () => {
    afterEach(() => vi.useRealTimers())

    it('are interrupted after five seconds, unless the program comes back', async () => {
      vi.useFakeTimers()
      const { context, wx } = start()
      context.answers.request = () => new Promise(() => {})
      const fail = vi.fn()
      wx.request?.({ url: 'https://a.example', fail })
      await vi.advanceTimersByTimeAsync(0)
      context.emit('appHide')
      await vi.advanceTimersByTimeAsync(4_000)
      context.emit('appShow')
      await vi.advanceTimersByTimeAsync(4_000)
      expect(fail).not.toHaveBeenCalled()
      context.emit('appHide')
      await vi.advanceTimersByTimeAsync(5_000)
      expect(fail).toHaveBeenCalledWith({ errno: 600003, errMsg: 'request:fail interrupted' })
    })
  })

  it('upload names the file and turns form data into texts', async () => {
    const { context, wx } = start()
    context.answers.uploadFile = () => ({ ...OK, data: 'kept' })
    const heard: unknown[] = []
    const result = await new Promise((success) => {
      const task = wx.uploadFile?.({
        url: 'https://a.example',
        filePath: 'wxfile://tmp/photo.png',
        name: 'file',
        formData: { a: 1, b: { c: 2 }, d: undefined },
        success,
      }) as Wx
      task.onProgressUpdate?.((payload: unknown) => heard.push(payload))
      context.emit('networkTask.1', { event: 'progress', sentBytes: 5, expectedBytes: 20 })
    })
    expect(result).toEqual({ statusCode: 200, data: 'kept', errMsg: 'uploadFile:ok' })
    expect(context.calls[0]?.params).toMatchObject({
      fileKey: 'tmp/photo.png',
      fileName: 'photo.png',
      name: 'file',
      formData: { a: '1', b: '{"c":2}' },
    })
    expect(heard).toEqual([{ progress: 25, totalBytesSent: 5, totalBytesExpectedToSend: 20 }])
  })

  it('download moves to the path that was asked for', async () => {
    const { context, wx } = start()
    context.answers.fileSystemCommit = () => undefined
    context.answers.fileSystemLoad = () => context.emit('fileSystem.loaded', { files: [] })
    context.answers.downloadFile = () => {
      const content = new Uint8Array([1, 2, 3])
      context.emit('fileSystem.added', {
        files: [{ path: 'tmp/x.bin', content, sizeBytes: 3, modifiedMs: 0 }],
      })
      return { ...OK, tempFilePath: 'wxfile://tmp/x.bin' }
    }
    const download = (options: object) =>
      new Promise((complete) => wx.downloadFile?.({ url: 'https://a.example/x.bin', ...options, complete }))
    expect(await download({})).toEqual({
      statusCode: 200,
      tempFilePath: 'wxfile://tmp/x.bin',
      errMsg: 'downloadFile:ok',
    })
    const filePath = 'wxfile://usr/kept.bin'
    expect(await download({ filePath })).toEqual({ statusCode: 200, filePath, errMsg: 'downloadFile:ok' })
    const manager = wx.getFileSystemManager?.() as Wx
    expect(new Uint8Array(manager.readFileSync?.(filePath) as ArrayBuffer)).toEqual(new Uint8Array([1, 2, 3]))
    expect(() => manager.readFileSync?.('wxfile://tmp/x.bin')).toThrow()
  })
})

describe('sockets', () => {
  function connected() {
    const { context, wx } = start()
    Object.assign(context.answers, {
      connectSocket: () => undefined,
      sendSocketMessage: () => undefined,
      closeSocket: () => undefined,
    })
    return { context, wx }
  }

  it('connect, exchange messages and close', async () => {
    const { context, wx } = connected()
    const heard: unknown[] = []
    const task = wx.connectSocket?.({ url: 'wss://a.example', protocols: ['p'] }) as Wx & {
      readyState: number
    }
    for (const name of ['Open', 'Message', 'Error', 'Close']) {
      task[`on${name}`]?.((payload: unknown) => heard.push([name, payload]))
    }
    expect(task.readyState).toBe(0)
    await expect(task.send?.({ data: 'early' })).rejects.toMatchObject({
      errMsg: 'sendSocketMessage:fail SocketTask.readyState is not OPEN',
    })
    context.emit('socket.1', { event: 'open', protocol: 'p' })
    expect(task.readyState).toBe(1)
    await task.send?.({ data: 'hello' })
    await expect(task.send?.({ data: { a: 1 } })).rejects.toMatchObject({
      errMsg:
        'sendSocketMessage:fail parameter error: parameter.data should be String/ArrayBuffer instead of Object;',
    })
    context.emit('socket.1', { event: 'message', data: 'hi' })
    await expect(task.close?.({ code: 2 })).rejects.toMatchObject({
      errMsg: expect.stringContaining('closeSocket:fail The code must be either 1000') as string,
    })
    await task.close?.({})
    expect(task.readyState).toBe(2)
    context.emit('socket.1', { event: 'close', code: 1000, reason: '' })
    expect(task.readyState).toBe(3)
    expect(heard).toEqual([
      ['Open', { header: {}, profile: {}, protocol: 'p' }],
      ['Message', { data: 'hi' }],
      ['Close', { code: 1000, reason: '' }],
    ])
    expect(context.calls.map(({ api }) => api)).toEqual(['connectSocket', 'sendSocketMessage', 'closeSocket'])
  })

  it('are at most five, and a closed one makes room', async () => {
    const { context, wx } = connected()
    const connect = () => new Promise((complete) => wx.connectSocket?.({ url: 'wss://a.example', complete }))
    for (let count = 0; count < 5; count++)
      expect(await connect()).toMatchObject({ errMsg: 'connectSocket:ok' })
    expect(await connect()).toMatchObject({ errMsg: 'connectSocket:fail exceed max task count' })
    context.emit('socket.2', { event: 'close', code: 1000, reason: '' })
    expect(await connect()).toMatchObject({ errMsg: 'connectSocket:ok' })
  })

  it('serve the older functions with the latest socket', async () => {
    const { context, wx } = connected()
    const heard: unknown[] = []
    wx.onSocketOpen?.(() => heard.push('open'))
    wx.onSocketMessage?.((payload: unknown) => heard.push(payload))
    await expect(wx.sendSocketMessage?.({ data: 'x' })).rejects.toMatchObject({
      errMsg: 'sendSocketMessage:fail WebSocket is not connected',
    })
    wx.connectSocket?.({ url: 'wss://a.example' })
    context.emit('socket.1', { event: 'open', protocol: '' })
    await wx.sendSocketMessage?.({ data: 'x' })
    context.emit('socket.1', { event: 'message', data: 'y' })
    expect(heard).toEqual(['open', { data: 'y' }])
  })

  it('report a refused connection as error and close', async () => {
    const { wx } = start()
    const heard: unknown[] = []
    await new Promise((fail) => {
      const task = wx.connectSocket?.({ url: 'wss://a.example', fail }) as Wx
      task.onError?.((payload: unknown) => heard.push(payload))
      task.onClose?.((payload: unknown) => heard.push(payload))
    })
    expect(heard).toEqual([
      { errMsg: 'connectSocket:fail not supported' },
      { code: 1006, reason: 'not supported' },
    ])
  })
})

describe('what browsers lack', () => {
  it('UDP sockets report an error when used', async () => {
    const { wx } = start()
    const socket = wx.createUDPSocket?.() as Wx
    const error = new Promise((resolve) => socket.onError?.(resolve))
    socket.bind?.()
    socket.send?.({ address: '10.0.0.1', port: 1, message: 'x' })
    expect(await error).toEqual({ errMsg: 'send:fail not supported' })
  })
})
