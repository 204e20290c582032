import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHost, startTestHost } from './harness/container-page'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

// A debugger may use eval where a policy forbids it, so this runs as the program's own code.
const TRY_EVAL = `
const attempt = (run) => { try { run(); return 'allowed' } catch (error) { return error.name } }
program.evalOutcomes = {
  eval: attempt(() => (0, eval)('1')),
  function: attempt(() => new Function('return 1')()),
  constructor: attempt(() => [].constructor.constructor('return 1')()),
  timeout: attempt(() => setTimeout('self.timeoutRan = true', 0)),
}`

test('the worker has no network, no storage, no origin and no eval', async () => {
  const opened = await host.open({ script: TRY_EVAL })
  await opened.waitForEvent('launched')
  const outcome = await opened.inWorker(async () => {
    const attempt = async (run: () => unknown) => {
      try {
        await run()
        return 'allowed'
      } catch (error) {
        return (error as Error).name
      }
    }
    const importScript = (text: string) => importScripts(URL.createObjectURL(new Blob([text])))
    return {
      origin: (self as unknown as { origin: string }).origin,
      fetch: await attempt(() => fetch('http://127.0.0.1:9/')),
      request: await attempt(() => {
        const request = new XMLHttpRequest()
        request.open('GET', 'http://127.0.0.1:9/', false)
        request.send()
      }),
      socket: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('ws://127.0.0.1:9/')
            socket.onopen = resolve
            socket.onerror = () => reject(new DOMException('', 'SecurityError'))
          }),
      ),
      database: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const request = indexedDB.open('x')
            request.onsuccess = resolve
            request.onerror = () => reject(request.error)
          }),
      ),
      caches: await attempt(() => caches.open('x')),
      remoteScript: await attempt(() => importScripts('http://127.0.0.1:9/x.js')),
      ownScript: await attempt(() => importScript('self.ownScriptRan = true')),
      nestedWorkerFetch: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const text = `fetch('http://127.0.0.1:9/').then(() => postMessage(1), () => postMessage(0))`
            const worker = new Worker(URL.createObjectURL(new Blob([text])))
            worker.onmessage = ({ data }) => (data ? resolve(1) : reject(new TypeError()))
          }),
      ),
    }
  })
  expect(outcome).toEqual({
    origin: 'null',
    fetch: 'TypeError',
    request: 'NetworkError',
    socket: 'SecurityError',
    database: 'SecurityError',
    caches: 'ReferenceError',
    remoteScript: 'NetworkError',
    ownScript: 'allowed',
    nestedWorkerFetch: 'TypeError',
  })
  expect(await opened.inWorker((program) => program.evalOutcomes)).toEqual({
    eval: 'EvalError',
    function: 'EvalError',
    constructor: 'EvalError',
    // It does not throw, but nothing runs: see below.
    timeout: 'allowed',
  })
  expect(await opened.inWorker(() => 'timeoutRan' in self)).toBe(false)
  await opened.close()
})

test('a page frame reaches neither the host nor the network', async () => {
  const opened = await host.open({ script: '' })
  await opened.waitForEvent('launched')
  await opened.page.evaluate(() => {
    document.cookie = 'host=secret'
    localStorage.setItem('host', 'secret')
  })
  const frame = await opened.frame('pages/index/index')
  const outcome = await frame.evaluate(async () => {
    const attempt = async (run: () => unknown) => {
      try {
        await run()
        return 'allowed'
      } catch (error) {
        return (error as Error).name
      }
    }
    const inline = document.createElement('script')
    inline.textContent = 'globalThis.inlineRan = true'
    document.head.append(inline)
    // What it needs comes from the host, which has it once for all pages.
    const loaded = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/view')).length
    const remote = document.createElement('script')
    remote.src = `${document.baseURI.split('/bundles/')[0]}/runtime/view.js`
    const remoteRuns = new Promise((resolve) => {
      remote.onload = () => resolve(true)
      remote.onerror = () => resolve(false)
    })
    document.head.append(remote)
    const link = document.createElement('a')
    link.setAttribute('onclick', 'globalThis.handlerRan = true')
    link.click()
    return {
      parentDocument: await attempt(() => parent.document.title),
      topLocation: await attempt(() => {
        top!.location.href = 'about:blank'
      }),
      cookie: await attempt(() => document.cookie),
      localStorage: await attempt(() => localStorage.length),
      fetch: await attempt(() => fetch('http://127.0.0.1:9/')),
      inlineRan: (globalThis as any).inlineRan ?? false,
      handlerRan: (globalThis as any).handlerRan ?? false,
      remoteRuns: await remoteRuns,
      loaded,
      popup: window.open('about:blank') === null,
    }
  })
  expect(outcome).toEqual({
    parentDocument: 'SecurityError',
    topLocation: 'SecurityError',
    cookie: 'SecurityError',
    localStorage: 'SecurityError',
    fetch: 'TypeError',
    inlineRan: false,
    handlerRan: false,
    remoteRuns: false,
    loaded: 0,
    popup: true,
  })
  await opened.close()
})

test('a script that does not start is told, and the program ends', async () => {
  const opened = await host.open({ attributes: { runtime: '/missing/' } })
  expect(await opened.waitForEvent('error')).toMatchObject({ kind: 'load', fatal: true })
  expect(await opened.waitForEvent('closed')).toEqual({ reason: 'failure' })
  await opened.close()
})

test('a page frame that does not start is told, and the program ends', async () => {
  const opened = await host.open({ attributes: { runtime: '/half/' } })
  expect(await opened.waitForEvent('error')).toMatchObject({ kind: 'load', fatal: true })
  expect((await opened.events('error'))[0].message).toContain('/half/view.js')
  await opened.page.getByRole('alert').getByText('could not be opened').waitFor()
  await opened.close()
})

test('a host page with a strict policy of its own lends its nonce', async () => {
  const opened = await host.open({
    policy: [
      "default-src 'self'",
      "script-src 'self' 'nonce-hosts' blob:",
      'worker-src blob:',
      "style-src 'self' 'unsafe-inline'",
      'img-src * data: blob:',
    ].join('; '),
    attributes: { nonce: 'hosts' },
  })
  await opened.waitForEvent('launched')
  expect(await opened.inWorker((program) => program.received.length)).toBeGreaterThan(0)
  await opened.close()
})

test('the worker gets the late parts that a program needs with its launch; one that is missing is told', async () => {
  const opened = await host.open({ manifest: { lateParts: { canvas: [], cloud: ['cloud'] } } })
  await opened.waitForEvent('launched')
  const parts = await opened.inWorker(
    (program) => program.received.find(({ type }: { type: string }) => type === 'launch').parts,
  )
  expect(parts).toEqual({ canvas: 'canvas part' })
  const told = (await opened.events('console')).map(({ args }) => args.join())
  expect(told.filter((line) => line.includes('worker-'))).toEqual([
    expect.stringContaining('/runtime/worker-cloud.js: HTTP 404'),
  ])
  await opened.close()
})
