import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenProgram, type TestHost, startTestHost } from './harness/container-page'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

async function expectHostUsable(opened: OpenProgram): Promise<void> {
  const startedAt = Date.now()
  expect(await opened.page.evaluate(() => document.title)).toBe('Host')
  expect(Date.now() - startedAt).toBeLessThan(5_000)
}

test('messages of no known shape are refused, and the program goes on', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  await opened.inWorker((program) => {
    const forged = [
      null,
      5,
      'call',
      [],
      {},
      { type: 'constructor' },
      { type: '__proto__' },
      { type: 'route', routeType: 'reLaunch', unload: [1], show: 9 },
      { type: 'call', id: -1, api: 'showToast' },
      { type: 'call', id: 1.5, api: 'showToast' },
      { type: 'call', id: 1, api: { toString: null } },
      { type: 'call', id: 1, api: 'x'.repeat(1_000_000) },
      { type: 'console', level: 'constructor', args: [] },
      { type: 'console', level: 'log', args: 'text' },
      { type: 'error', kind: 'toString', message: 'x' },
      { type: 'load-package', id: 7 },
      JSON.parse('{"type":"call","id":3,"api":"__proto__","params":{"__proto__":{"polluted":true}}}'),
      JSON.parse('{"__proto__":{"type":"ready"},"constructor":{"prototype":{"polluted":true}}}'),
    ]
    for (const message of forged) program.send(message)
  })
  const answer = await opened.inWorker((program) =>
    program.call('showModal', JSON.parse('{"title":{"__proto__":{"polluted":true}}}')),
  )
  expect((answer as any).error.message).toBe('parameter error: parameter.title should be String')
  expect(await opened.page.evaluate(() => 'polluted' in {})).toBe(false)
  expect((await opened.events('error')).length).toBe(0)
  expect((await opened.events('navigate')).length).toBe(1)
  await expectHostUsable(opened)
  await opened.close()
})

test('a giant or deep console line arrives in a bounded form', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  await opened.inWorker((program) => {
    const deep: any = {}
    let inner = deep
    for (let index = 0; index < 500; index += 1) inner = inner.next = {}
    const circular: any = { name: 'loop' }
    circular.self = circular
    program.log('x'.repeat(1_000_000), deep, circular, new Map([['key', 1]]), new Error('told'))
    program.log(Array.from({ length: 100_000 }, (_, index) => index))
  })
  const { args } = await opened.waitForEvent('console', 1)
  expect(args[0].length).toBeLessThan(11_000)
  expect(JSON.stringify(args[1]).length).toBeLessThan(500)
  expect(args[2].name).toBe('loop')
  expect(args[3]).toEqual([['key', 1]])
  expect(args[4]).toContain('told')
  const second = await opened.waitForEvent('console', 2)
  expect(second.args[0].length).toBeLessThan(2_100)
  await opened.close()
})

test('a flood of console lines is thinned out and told', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  await opened.inWorker((program) => {
    for (let index = 0; index < 4_000; index += 1) program.log(index)
  })
  await opened.page.waitForFunction(() =>
    (window as any).seen.some(
      (event: any) => event.detail?.source === 'host' && /left out/.test(event.detail.args[0]),
    ),
  )
  expect((await opened.events('console')).length).toBeLessThan(2_500)
  expect(await opened.events('closed')).toEqual([])
  await opened.close()
})

test('a program that never stops sending is stopped, and can be opened again', async () => {
  const opened = await host.open({
    script: `program.flood = () => { for (;;) program.send({ type: 'ready' }) }`,
  })
  await opened.waitForEvent('launched')
  void opened.inWorker((program) => program.flood()).catch(() => undefined)
  expect(await opened.waitForEvent('error')).toMatchObject({ kind: 'flood', fatal: true })
  expect(await opened.waitForEvent('closed')).toEqual({ reason: 'failure' })
  await expectHostUsable(opened)
  await opened.page.getByRole('button', { name: 'Reopen' }).click()
  await opened.waitForEvent('launched', 2)
  await opened.close()
})

test('endless calls are answered with refusals and then stopped', async () => {
  const opened = await host.open({
    script: `program.flood = () => { for (let id = 1; ; id += 1) program.send({ type: 'call', id, api: 'showModal', params: {} }) }`,
  })
  await opened.waitForEvent('launched')
  void opened.inWorker((program) => program.flood()).catch(() => undefined)
  expect(await opened.waitForEvent('error')).toMatchObject({ kind: 'flood', fatal: true })
  await expectHostUsable(opened)
  expect(await opened.page.getByRole('alertdialog').count()).toBe(0)
  await opened.close()
})

test('a program that spins is found out: the user waits or closes it', async () => {
  const opened = await host.open({
    withMotion: true,
    manifest: { name: 'Spinner' },
    script: `program.spin = (ms) => { const end = Date.now() + ms; while (Date.now() < end); }`,
  })
  await opened.waitForEvent('launched')
  void opened.inWorker((program) => program.spin(9_000)).catch(() => undefined)
  const question = opened.page.getByRole('alertdialog', { name: '“Spinner” is not responding' })
  await question.waitFor({ timeout: 15_000 })
  await expectHostUsable(opened)
  // It recovers by itself: the question goes.
  await question.waitFor({ state: 'detached', timeout: 15_000 })
  void opened.inWorker((program) => program.spin(3_600_000)).catch(() => undefined)
  await question.waitFor({ timeout: 15_000 })
  await question.getByRole('button', { name: 'Close' }).click()
  expect(await opened.waitForEvent('closed')).toEqual({ reason: 'user' })
  await opened.page.waitForFunction(
    () => document.querySelector('mini-program')!.shadowRoot!.querySelectorAll('iframe').length === 0,
  )
  expect(opened.page.workers()).toEqual([])
  await opened.close()
})

test('a program that keeps asking lets the user out', async () => {
  const opened = await host.open({
    script: `program.nag = async () => { for (;;) await program.call('showModal', { title: 'Again' }) }`,
  })
  await opened.waitForEvent('launched')
  await opened.inWorker((program) => void program.nag())
  const modal = opened.page.getByRole('alertdialog')
  for (let round = 0; round < 3; round += 1) {
    await modal.last().waitFor()
    await opened.page.keyboard.press('Enter')
  }
  await opened.page.getByRole('button', { name: 'Close this program' }).click()
  expect(await opened.waitForEvent('closed')).toEqual({ reason: 'user' })
  await opened.close()
})

test('whatever a program piles up, the menu button stays in reach', async () => {
  const opened = await host.open({
    script: `program.pile = () => {
      for (let count = 0; count < 30; count += 1) {
        program.call('chooseLicensePlate')
        program.call('showActionSheet', { itemList: ['Stay'] })
      }
      program.call('showLoading', { title: 'Stay', mask: true })
    }`,
  })
  await opened.waitForEvent('launched')
  await opened.inWorker((program) => program.pile())
  await opened.page.getByRole('dialog', { name: 'License plate' }).last().waitFor()
  await opened.page.locator('sampan-action-sheet').waitFor()
  await opened.page.getByRole('button', { name: 'Menu' }).click()
  const menu = opened.page.getByRole('dialog', { name: 'Fixture' })
  await menu.waitFor()
  await menu.getByRole('button', { name: 'Cancel' }).click()
  await opened.page.locator('sampan-capsule').getByRole('button', { name: 'Close' }).click()
  expect(await opened.waitForEvent('closed')).toEqual({ reason: 'user' })
  expect(await opened.page.getByRole('dialog').count()).toBe(0)
  await opened.close()
})

test('a frame can neither forge messages of another nor ask for what there is not', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  const frame = await opened.frame('pages/index/index')
  const requested: string[] = []
  opened.page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    // The container's own parts, of widgets.
    if (!pathname.startsWith('/runtime/container-')) requested.push(pathname)
  })
  await frame.evaluate(() => {
    const { send } = (globalThis as any).frame
    for (const name of ['../worker', 'map.js', 'worker', '__proto__', 'constructor', 7, null, 'map'])
      send({ type: 'part', name })
    for (const message of [null, 7, { type: 'open' }, { type: 'widget', id: -1, name: 'picker' }])
      send(message)
    send({ type: 'widget', id: 1, name: 'constructor', params: {} })
    send({ type: 'widget', id: 2, name: 'picker', params: { mode: 'selector', columns: 'no' } })
    send({ type: 'widget-update', id: 99, params: {} })
    send({ type: 'widget-close', id: 99 })
    parent.postMessage({ type: 'frame-ready' }, '*')
    parent.postMessage({ type: 'boot' }, '*')
  })
  await frame.waitForFunction(
    () => (globalThis as any).frame.received.filter((m: any) => m.type === 'widget-result').length === 2,
  )
  const results = await frame.evaluate(() =>
    (globalThis as any).frame.received.filter((m: any) => m.type === 'widget-result'),
  )
  expect(results[0]).toMatchObject({ id: 1, error: 'widget constructor is not supported' })
  expect(results[1].id).toBe(2)
  expect(results[1].error).toBeTruthy()
  expect((await opened.events('navigate')).length).toBe(1)
  // The parts by their names, and nothing else.
  await frame.waitForFunction(() =>
    (globalThis as any).frame.received.some((m: any) => m.type === 'script' && m.name === 'map'),
  )
  expect(requested).toEqual(['/runtime/view-map.js'])
  await opened.close()
})

test('a frame that goes elsewhere loses its page', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  const frame = await opened.frame('pages/index/index')
  await frame.evaluate((url) => void setTimeout(() => (location.href = url)), `${host.origin}/`)
  expect(await opened.waitForEvent('error')).toMatchObject({ kind: 'view', route: 'pages/index/index' })
  await expectHostUsable(opened)
  await opened.close()
})

test('a program sees only its own storage', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  const databases = () =>
    opened.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  expect(await databases()).toEqual(['sampan-program:wxfixture'])
  await opened.close()
})
