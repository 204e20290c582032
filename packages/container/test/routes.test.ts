import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHost, startTestHost } from './harness/container-page'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

test('launches into the entry page and paints it', async () => {
  const opened = await host.open({})
  const launched = await opened.waitForEvent('launched')
  expect(launched).toMatchObject({ appId: 'wxfixture', path: 'pages/index/index' })
  const frame = await opened.frame('pages/index/index')
  expect(await frame.locator('h2').textContent()).toBe('pages/index/index')
  const received = await opened.inWorker((program) => program.received.map((message: any) => message.type))
  const order = (received as string[]).filter((type) => ['launch', 'package', 'route'].includes(type))
  expect(order).toEqual(['launch', 'package', 'route'])
  expect(received[0]).toBe('launch')
  expect(await opened.events('error')).toEqual([])
  await opened.close()
})

test('navigateTo opens a page with its query, navigateBack closes it', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  const answer = await opened.inWorker((program) =>
    program.call('navigateTo', { url: '../detail/detail?id=7&name=a%20b' }),
  )
  expect(answer).toMatchObject({ type: 'result' })
  expect(answer).not.toHaveProperty('error')
  await opened.frame('pages/detail/detail')
  const route = await opened.inWorker((program) =>
    program.received.findLast((message: any) => message.type === 'route'),
  )
  expect(route).toMatchObject({
    routeType: 'navigateTo',
    unload: [],
    hide: 1,
    show: 2,
    open: { route: 'pages/detail/detail', query: { id: '7', name: 'a%20b' }, isTab: false },
  })
  await opened.inWorker((program) => program.call('navigateBack'))
  const back = await opened.inWorker((program) =>
    program.received.findLast((message: any) => message.type === 'route'),
  )
  expect(back).toMatchObject({ routeType: 'navigateBack', unload: [2], show: 1 })
  const refused = await opened.inWorker((program) => program.call('navigateBack'))
  expect(refused).toMatchObject({ error: { message: 'cannot navigate back at first page.' } })
  await opened.close()
})

test('pages of a plugin open by the names that programs know', async () => {
  const root = '__plugin__/wx0000000000000001/'
  const opened = await host.open({
    manifest: {
      pages: { 'pages/index/index': {}, [`${root}pages/hello`]: {} },
      app: { plugins: { mine: { root, pages: { hello: `${root}pages/hello` } } } },
    },
  })
  await opened.waitForEvent('launched')
  const open = (url: string) =>
    opened.inWorker(
      new Function('program', `return program.call('navigateTo', { url: ${JSON.stringify(url)} })`) as never,
    )
  expect(await open('plugin://mine/hello?id=7')).not.toHaveProperty('error')
  const route = await opened.inWorker((program) =>
    program.received.findLast((message: any) => message.type === 'route'),
  )
  expect(route).toMatchObject({ open: { route: `${root}pages/hello`, query: { id: '7' } } })
  expect(await open('plugin-private://wx0000000000000001/pages/hello')).not.toHaveProperty('error')
  expect(await open('plugin://other/hello')).toHaveProperty('error')
  await opened.close()
})

test('refuses what is no page, and unknown capabilities', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  const answers = await opened.inWorker((program) =>
    Promise.all([
      program.call('navigateTo', { url: '/pages/none/none' }),
      program.call('switchTab', { url: '/pages/index/index' }),
      program.call('noSuchThing'),
      program.call('constructor'),
      program.call('__proto__'),
      program.call('navigateTo', { url: 5 }),
    ]),
  )
  expect(answers.map((answer: any) => answer.error?.message)).toEqual([
    'page "pages/none/none" is not found',
    'can not switch to no-tabBar page',
    'not supported',
    'not supported',
    'not supported',
    'parameter error: parameter.url should be String',
  ])
  await opened.close()
})
