import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHost, startTestHost } from '../harness/container-page'
import { call, withProgram } from './calls'
import { startAgain } from './start-again'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

test('logs and reports go to the developer’s console', () =>
  withProgram(host, {}, async (opened) => {
    await call(opened, 'writeLog', { level: 'warn', tag: 'pay', args: ['a', { b: 1 }] })
    await call(opened, 'report', { kind: 'event', name: 'click', data: { n: 1 } })
    const lines = await opened.events('console')
    expect(lines.map(({ level, args }) => [level, args[0]])).toEqual(
      expect.arrayContaining([
        ['warn', '[pay] a {"b":1}'],
        ['info', 'report event click {"n":1}'],
      ]),
    )
    expect((await call(opened, 'writeLog', { level: 'fatal', tag: '', args: [] })).error).toBeDefined()
  }))

test('the host says whether there is an update', () =>
  withProgram(host, {}, async (opened) => {
    expect((await call(opened, 'checkForUpdate')).value).toEqual({ hasUpdate: false })
    await startAgain(opened, () => {
      const element = document.querySelector('mini-program') as HTMLElement & {
        settings: object
        reload(): void
      }
      element.settings = { checkForUpdate: async () => true }
      element.reload()
    })
    expect((await call(opened, 'checkForUpdate')).value).toEqual({ hasUpdate: true })
    await expect
      .poll(() =>
        opened.inWorker((program) => program.received.some(({ name }: any) => name === 'updateReady')),
      )
      .toBe(true)
  }))

test('the token for fetching ahead is kept for the next run', () =>
  withProgram(host, {}, async (opened) => {
    expect((await call(opened, 'getBackgroundFetchToken')).error).toEqual({ message: 'token is null' })
    await call(opened, 'setBackgroundFetchToken', { token: 't' })
    await startAgain(opened, () => (document.querySelector('mini-program') as any).reload())
    expect((await call(opened, 'getBackgroundFetchToken')).value).toEqual({ token: 't' })
  }))
