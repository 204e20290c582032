import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkerApis } from '../../src/api/worker/worker'
import { type BrowserWorker, startBrowserWorker } from './browser-worker'
import { createFakeContext } from './fake-context'

describe('wx.createWorker', () => {
  let browser: BrowserWorker
  beforeAll(async () => {
    browser = await startBrowserWorker()
  })
  afterAll(() => browser?.close())

  it('runs the script in a thread of its own, with require and messages', async () => {
    const result = await browser.worker.evaluate(async () => {
      const { createFakeContext, createWorkerApis } = (globalThis as any).sampan
      const script = `__sampanWorkerPackage(function (worker, wx, App) { return {
        'workers/fib/index.js': function (require, module, exports) {
          const utils = require('../utils')
          worker.onMessage((message) => worker.postMessage({
            result: utils.double(message.value),
            seen: [typeof fetch, typeof wx, typeof App, typeof importScripts, typeof XMLHttpRequest].join(),
          }))
        },
        'workers/utils.js': function (require, module, exports) { exports.double = (n) => n * 2 },
        'workers/broken.js': function () { throw new Error('broken on purpose') },
      } })`
      const context = createFakeContext({
        manifest: { app: { workers: 'workers' } },
        answers: { loadWorkerScript: () => ({ script }) },
      })
      const wx = createWorkerApis(context)
      const worker = wx.createWorker('workers/fib/index.js')
      const answer = new Promise((resolve) => worker.onMessage(resolve))
      worker.postMessage({ value: 21 })
      const second = (() => {
        try {
          wx.createWorker('workers/fib/index.js')
          return 'made'
        } catch (error) {
          return (error as Error).message
        }
      })()
      const first = await answer
      worker.terminate()
      const broken = wx.createWorker('workers/broken.js')
      const error = await new Promise((resolve) => broken.onError(resolve))
      broken.terminate()
      return { first, second, error }
    })
    expect(result).toEqual({
      first: { result: 42, seen: 'undefined,undefined,undefined,undefined,undefined' },
      second: 'createWorker:fail exceed max concurrent worker limit',
      error: { message: expect.stringContaining('broken on purpose') },
    })
  })

  it('takes only scripts of the folder that app.json names', () => {
    const apis = createWorkerApis(createFakeContext({ manifest: { app: { workers: 'workers' } as never } }))
    const create = apis.createWorker as (path: string) => unknown
    expect(() => create('pages/index.js')).toThrow('is not in the folder "workers"')
  })
})
