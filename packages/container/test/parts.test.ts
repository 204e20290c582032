import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { families } from '../src/capabilities/families'
import { begin, call } from './capabilities/calls'
import { type TestHost, startTestHost } from './harness/container-page'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterEach(() => host.lost.clear())
afterAll(() => host?.close())

test('every name of the table answers, and each part comes once', async () => {
  const opened = await host.open({})
  const fetched: string[] = []
  opened.page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await opened.waitForEvent('launched')
  const apis = Object.values(families).flatMap((family) => family.apis)
  const answers = await (
    await opened.logicWorker()
  ).evaluate(
    (names) => Promise.all(names.map((name) => (globalThis as any).program.call(name, 5))) as Promise<any[]>,
    apis,
  )
  const refusals = new Set(answers.map(({ error }) => error?.message))
  expect([...refusals]).toEqual(['parameter error: parameter should be Object'])
  expect(new Set(fetched).size).toBe(fetched.length)
  await opened.close()
})

test('a part that cannot be had fails its calls, and comes with the next call', async () => {
  host.lost.add('address-book').add('picker')
  const opened = await host.open({ manifest: { app: { requiredPrivateInfos: ['chooseAddress'] } } })
  await opened.waitForEvent('launched')
  const refusal = 'load error: address-book could not be loaded, check the connection'
  expect(await call(opened, 'chooseAddress')).toMatchObject({ error: { message: refusal } })
  const frame = await opened.frame('pages/index/index')
  const params = { mode: 'selector', headerText: 'Pick', columns: [['A', 'B']], indexes: [0] }
  const openPicker = (id: number) =>
    frame.evaluate(
      ([id, params]) => (globalThis as any).frame.send({ type: 'widget', id, name: 'picker', params }),
      [id, params] as const,
    )
  await openPicker(1)
  await frame.waitForFunction(() =>
    (globalThis as any).frame.received.some(
      (message: any) => message.id === 1 && /load error/.test(message.error),
    ),
  )
  host.lost.clear()
  await begin(opened, 'chooseAddress')
  await opened.page.getByRole('dialog', { name: 'Delivery address' }).waitFor()
  await opened.page.getByRole('button', { name: 'Cancel' }).click()
  await openPicker(2)
  await opened.page.getByRole('dialog', { name: 'Pick' }).waitFor()
  await opened.close()
})

test('a menu that cannot be had is told to the user, and comes with the next tap', async () => {
  host.lost.add('program-menu')
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  const menu = opened.page.getByRole('button', { name: 'Menu' })
  await menu.click()
  await opened.page.getByRole('status').getByText('This could not be loaded').waitFor()
  host.lost.clear()
  await menu.click()
  await opened.page.getByRole('dialog', { name: 'Fixture' }).waitFor()
  await opened.close()
})

test('a problem whose screen cannot be had is told plainly, with the way on', async () => {
  host.lost.add('problem-screen')
  const opened = await host.open({ attributes: { src: '/bundles/none/' } })
  const alert = opened.page.getByRole('alert')
  await alert.getByText('This could not be loaded').waitFor()
  await alert.getByRole('button', { name: 'Reopen' }).click()
  expect(await opened.waitForEvent('error', 2)).toMatchObject({ kind: 'load', fatal: true })
  host.lost.clear()
  await alert.getByRole('button', { name: 'Reopen' }).click()
  await opened.page.getByText('The program could not be opened').waitFor()
  await opened.close()
})

test('what the user is likely to want is there before it is asked for', async () => {
  const opened = await host.open({})
  const arrivals = Promise.all(
    ['program-menu', 'dialogs'].map((name) =>
      opened.page.waitForFunction(
        (part) =>
          performance.getEntriesByType('resource').some((entry) => entry.name.includes(`container-${part}-`)),
        name,
      ),
    ),
  )
  await opened.waitForEvent('launched')
  await arrivals
  await opened.page.context().setOffline(true)
  const answer = await begin(opened, 'showModal', { title: 'Still there' })
  await opened.page.getByRole('alertdialog', { name: 'Still there' }).waitFor()
  await opened.page.keyboard.press('Enter')
  expect(await answer()).toMatchObject({ value: { confirm: true } })
  await opened.page.getByRole('button', { name: 'Menu' }).click()
  await opened.page.getByRole('dialog', { name: 'Fixture' }).waitFor()
  await opened.close()
})

test('a part that arrives after the end of its program starts nothing', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  await opened.page.evaluate(() => {
    const given = window.addEventListener
    ;(window as any).listened = []
    window.addEventListener = function (this: Window, type: string, ...rest: any[]) {
      ;(window as any).listened.push(type)
      return (given as any).call(this, type, ...rest)
    } as typeof window.addEventListener
  })
  let letPass!: () => void
  const held = new Promise<void>((resolve) => (letPass = resolve))
  await opened.page.route('**/container-device-*', async (route) => {
    await held
    await route.continue()
  })
  const requested = opened.page.waitForRequest('**/container-device-*')
  await begin(opened, 'startSensor', { sensor: 'compass', interval: 'game' })
  await requested
  const gone = Promise.all(opened.page.workers().map((worker) => worker.waitForEvent('close')))
  await opened.page.evaluate(() => document.querySelector<any>('mini-program').close())
  await gone
  const arrived = opened.page.waitForResponse('**/container-device-*')
  letPass()
  await (await arrived).finished()
  // The module runs: a second import of it resolves afterwards.
  const url = (await arrived).url()
  await opened.page.evaluate(`import(${JSON.stringify(url)})`)
  expect(await opened.page.evaluate(() => (window as any).listened)).not.toContain(
    'deviceorientationabsolute',
  )
  expect(await opened.page.evaluate(() => (window as any).listened)).not.toContain('deviceorientation')
  await opened.close()
})

test('calls of a family keep their order while it is on its way', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  const answers = await opened.inWorker(async (program) => {
    const calls = [
      program.call('setScreenBrightness', { value: 0.2 }),
      program.call('getScreenBrightness'),
      program.call('setScreenBrightness', { value: 0.8 }),
      program.call('getScreenBrightness'),
    ]
    return (await Promise.all(calls)).map(({ value }) => value?.value)
  })
  expect(answers).toEqual([undefined, 0.2, undefined, 0.8])
  await opened.close()
})
