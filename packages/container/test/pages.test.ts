import type { TabBarConfig } from '@sampan/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenProgram, type TestHost, startTestHost } from './harness/container-page'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

const tabBar: TabBarConfig = {
  color: '#7a7e83',
  selectedColor: '#0b7f60',
  backgroundColor: '#ffffff',
  borderStyle: 'black',
  position: 'bottom',
  custom: false,
  list: [
    { pagePath: 'pages/index/index', text: 'Home' },
    { pagePath: 'pages/me/me', text: 'Me' },
  ],
}
const tabProgram = {
  tabBar,
  pages: { 'pages/index/index': {}, 'pages/me/me': {}, 'pages/detail/detail': {} },
}

const lastRoute = (opened: OpenProgram) =>
  opened.inWorker((program) => program.received.findLast((message: any) => message.type === 'route'))
const call = (opened: OpenProgram, api: string, params: unknown = {}) =>
  opened.inWorker(
    `((program) => program.call(${JSON.stringify(api)}, ${JSON.stringify(params)}))` as never,
  ) as Promise<any>
const environment = (opened: OpenProgram) =>
  opened.inWorker((program) =>
    program.received.reduce((all: any, message: any) => {
      if (message.type === 'launch') return { ...message.environment }
      return message.type === 'environment' ? { ...all, ...message.changes } : all
    }, {}),
  ) as Promise<any>

test('ten pages are the limit, and each keeps its frame', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  for (let depth = 2; depth <= 10; depth += 1) {
    expect(await call(opened, 'navigateTo', { url: '/pages/detail/detail' })).not.toHaveProperty('error')
  }
  expect(await call(opened, 'navigateTo', { url: '/pages/detail/detail' })).toMatchObject({
    error: { message: 'webview count limit exceed' },
  })
  await call(opened, 'navigateBack', { delta: 100 })
  expect(await lastRoute(opened)).toMatchObject({ unload: [10, 9, 8, 7, 6, 5, 4, 3, 2], show: 1 })
  await opened.page.waitForFunction(
    () => document.querySelector('mini-program')!.shadowRoot!.querySelectorAll('.page').length === 2,
  )
  await opened.close()
})

test('tab pages stay alive; the user taps between them', async () => {
  const opened = await host.open({ manifest: tabProgram })
  await opened.waitForEvent('launched')
  expect(await environment(opened)).toMatchObject({ windowHeight: 844 - 20 - 44 - 50 })
  await opened.page.getByRole('tab', { name: 'Me', exact: true }).click()
  await opened.frame('pages/me/me')
  expect(await lastRoute(opened)).toMatchObject({ routeType: 'switchTab', unload: [], hide: 1, show: 2 })
  expect(await opened.page.getByRole('tab', { name: 'Me', exact: true }).getAttribute('aria-selected')).toBe(
    'true',
  )
  const tapped = await opened.inWorker((program) =>
    program.received.findLast((message: any) => message.type === 'page-event'),
  )
  expect(tapped).toMatchObject({
    pageId: 2,
    name: 'tabItemTap',
    detail: { index: '1', pagePath: 'pages/me/me', text: 'Me' },
  })
  await call(opened, 'switchTab', { url: '/pages/index/index' })
  const back = await lastRoute(opened)
  expect(back).toMatchObject({ routeType: 'switchTab', hide: 2, show: 1 })
  expect(back).not.toHaveProperty('open')
  expect(await call(opened, 'navigateTo', { url: '/pages/me/me' })).toMatchObject({
    error: { message: 'can not navigateTo a tabbar page' },
  })
  await opened.close()
})

test('switchTab from a page above closes it; reLaunch closes tab pages too', async () => {
  const opened = await host.open({ manifest: tabProgram })
  await opened.waitForEvent('launched')
  await call(opened, 'navigateTo', { url: '/pages/detail/detail?a=1' })
  expect(await environment(opened)).toMatchObject({ windowHeight: 844 - 20 - 44 })
  await call(opened, 'switchTab', { url: '/pages/me/me?dropped=1' })
  expect(await lastRoute(opened)).toMatchObject({ unload: [2], show: 3, open: { query: {} } })
  expect((await lastRoute(opened)) as any).not.toHaveProperty('hide')
  await call(opened, 'reLaunch', { url: '/pages/detail/detail' })
  expect(await lastRoute(opened)).toMatchObject({ routeType: 'reLaunch', unload: [3, 1], show: 4 })
  // At the bottom of the stack and no tab page: there is a way home.
  await opened.page.getByRole('button', { name: 'Home' }).click()
  await opened.waitForEvent('navigate', 5)
  expect(await lastRoute(opened)).toMatchObject({
    routeType: 'reLaunch',
    open: { route: 'pages/index/index' },
  })
  await opened.close()
})

test('tab bar APIs change what is shown, and only on tab pages', async () => {
  const opened = await host.open({ manifest: tabProgram })
  await opened.waitForEvent('launched')
  await call(opened, 'setTabBarBadge', { index: 1, text: '99+++' })
  await call(opened, 'setTabBarItem', { index: 0, text: 'Start' })
  expect(await opened.page.getByRole('tablist').innerText()).toMatch(/Start\s+Me\s+…/)
  await call(opened, 'hideTabBar', { animation: true })
  expect(await environment(opened)).toMatchObject({ windowHeight: 844 - 20 - 44 })
  expect(await opened.page.getByRole('tab').count()).toBe(0)
  await call(opened, 'showTabBar')
  expect(await opened.page.getByRole('tab').count()).toBe(2)
  expect(await call(opened, 'setTabBarBadge', { index: 7, text: '1' })).toMatchObject({
    error: { message: 'tabbar item not found' },
  })
  await call(opened, 'navigateTo', { url: '/pages/detail/detail' })
  expect(await call(opened, 'hideTabBar')).toMatchObject({ error: { message: 'not TabBar page' } })
  await opened.close()
})

test('packages come with the first page that needs them, main first', async () => {
  const script = (name: string) => ({
    type: 'text/javascript',
    body: `program.ran = [...(program.ran ?? []), '${name}']`,
  })
  const opened = await host.open({
    script: `program.ran = ['main']`,
    manifest: {
      packages: ['shop', 'alone'],
      pages: { 'pages/index/index': {}, 'shop/list/list': { packageId: 'shop' } },
      app: { preloadRule: { 'pages/index/index': { packages: ['alone'], network: 'all' } } },
    },
    files: { 'packages/shop/service.js': script('shop'), 'packages/alone/service.js': script('alone') },
  })
  await opened.waitForEvent('launched')
  await call(opened, 'navigateTo', { url: '/shop/list/list' })
  await opened.frame('shop/list/list')
  expect(await opened.inWorker((program) => program.ran)).toEqual(['main', 'shop'])
  // Asked for by the worker: it was fetched ahead by the preload rule.
  await opened.inWorker((program) => program.send({ type: 'load-package', id: 'alone' }))
  await opened.inWorker((program) => program.send({ type: 'load-package', id: 'none' }))
  await opened.page.waitForFunction(() => true)
  await expect
    .poll(() =>
      opened.inWorker((program) => program.received.findLast((m: any) => m.type === 'package-failed')),
    )
    .toMatchObject({ id: 'none' })
  expect(await opened.inWorker((program) => program.ran)).toEqual(['main', 'shop', 'alone'])
  await opened.close()
})

test('a subpackage that cannot be had refuses the route', async () => {
  const opened = await host.open({
    manifest: {
      packages: ['shop'],
      pages: { 'pages/index/index': {}, 'shop/list/list': { packageId: 'shop' } },
    },
  })
  await opened.waitForEvent('launched')
  const answer = await call(opened, 'navigateTo', { url: '/shop/list/list' })
  expect(answer.error.message).toContain('loadSubpackage fail')
  expect((await opened.events('navigate')).length).toBe(1)
  await opened.close()
})

test('a deep link opens its page with its query', async () => {
  const opened = await host.open({
    attributes: { path: '/pages/detail/detail?id=9' },
    properties: { launchOptions: { scene: 1007 } },
  })
  await opened.waitForEvent('launched')
  const launch = await opened.inWorker((program) => program.received[0])
  expect(launch).toMatchObject({ options: { path: 'pages/detail/detail', query: { id: '9' }, scene: 1007 } })
  await opened.page.evaluate(() =>
    document.querySelector('mini-program')!.setAttribute('path', 'pages/index/index?again=1'),
  )
  await opened.waitForEvent('navigate', 2)
  expect(await lastRoute(opened)).toMatchObject({ routeType: 'reLaunch', open: { query: { again: '1' } } })
  await opened.close()
})

test('an unknown page is told to the program, which may open another', async () => {
  const opened = await host.open({
    attributes: { path: 'pages/gone/gone?x=1' },
    script: `program.onMessage = (message) => {
      if (message.type === 'emit' && message.name === 'pageNotFound') program.call('redirectTo', { url: '/pages/detail/detail' })
    }`,
  })
  await opened.waitForEvent('launched')
  await opened.frame('pages/detail/detail')
  expect(
    await opened.inWorker((program) => program.received.find((m: any) => m.type === 'emit')),
  ).toMatchObject({
    payload: { path: 'pages/gone/gone', query: { x: '1' }, isEntryPage: true },
  })
  expect(await opened.page.getByRole('alert').count()).toBe(0)
  await opened.close()
})

test('an unknown page that nobody answers for has a friendly face and a way on', async () => {
  const opened = await host.open({ attributes: { path: 'pages/gone/gone', language: 'zh_CN' } })
  await opened.page.getByText('页面不存在').waitFor()
  await opened.page.getByRole('button', { name: '返回首页' }).click()
  await opened.frame('pages/index/index')
  await opened.close()
})

test('a custom navigation bar leaves the whole window to the page', async () => {
  const opened = await host.open({
    manifest: { pages: { 'pages/index/index': { navigationStyle: 'custom' } } },
  })
  await opened.waitForEvent('launched')
  const launch: any = await opened.inWorker((program) => program.received[0])
  expect(launch.environment).toMatchObject({
    windowHeight: 844,
    statusBarHeight: 20,
    menuButton: { top: 26, bottom: 58, right: 383, left: 296, width: 87, height: 32 },
  })
  const box = await opened.page.locator('sampan-capsule > *, sampan-capsule').first().boundingBox()
  expect(box).toEqual({ x: 296, y: 26, width: 87, height: 32 })
  expect(await opened.page.getByRole('heading').count()).toBe(0)
  await opened.close()
})

test('the navigation bar follows the page and its APIs', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  await call(opened, 'setNavigationBarTitle', { title: 'New\ntitle' })
  await call(opened, 'setNavigationBarColor', { frontColor: '#ffffff', backgroundColor: '#0b7f60' })
  await call(opened, 'showNavigationBarLoading')
  const bar = opened.page.locator('sampan-navigation-bar header').first()
  expect(await bar.getByRole('heading').innerText()).toBe('New title')
  expect(await opened.page.locator('.frame-area iframe').first().getAttribute('title')).toBe('New title')
  expect(await bar.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(11, 127, 96)')
  expect(await bar.getByRole('status').count()).toBe(1)
  expect(await opened.events('titlechange')).toEqual([{ title: 'Fixture' }, { title: 'New title' }])
  expect(
    await call(opened, 'setNavigationBarColor', { frontColor: 'red', backgroundColor: '#fff' }),
  ).toMatchObject({
    error: { message: 'invalid frontColor "red"' },
  })
  await call(opened, 'setBackgroundColor', { backgroundColor: '#eeeeee' })
  const frame = await opened.frame('pages/index/index')
  expect(await frame.evaluate(() => (globalThis as any).frame.received.at(-1))).toEqual({
    type: 'page-style',
    style: { backgroundColor: '#eeeeee' },
  })
  await opened.close()
})

test('dark mode follows the system in programs that know it', async () => {
  const opened = await host.open({
    context: { colorScheme: 'dark' },
    manifest: {
      app: { darkmode: true },
      theme: { light: { bar: '#ffffff', text: 'black' }, dark: { bar: '#101418', text: 'white' } },
      pages: {
        'pages/index/index': {
          navigationBarBackgroundColor: '@bar',
          navigationBarTextStyle: '@text' as 'white',
        },
      },
    },
  })
  await opened.waitForEvent('launched')
  const color = () =>
    opened.page
      .locator('sampan-navigation-bar header')
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await color()).toBe('rgb(16, 20, 24)')
  await opened.page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(color).toBe('rgb(255, 255, 255)')
  expect(await environment(opened)).toMatchObject({ theme: 'light' })
  await opened.close()
})

test.each([
  { darkmode: true, before: true, after: false },
  { darkmode: false, before: false, after: false },
])(
  'prefers-color-scheme in a page is the theme of the program, darkmode: $darkmode',
  async ({ darkmode, before, after }) => {
    const opened = await host.open({
      // The browser's own preference, which is light.
      context: { colorScheme: null },
      attributes: { theme: 'dark' },
      manifest: { app: { darkmode } },
    })
    await opened.waitForEvent('launched')
    const frame = await opened.frame('pages/index/index')
    const isDark = () => frame.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    await expect.poll(isDark).toBe(before)
    await opened.page.evaluate(() => document.querySelector('mini-program')!.setAttribute('theme', 'light'))
    await expect.poll(isDark).toBe(after)
    await opened.close()
  },
)

test('the element goes back, to the background, and ends', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  await call(opened, 'navigateTo', { url: '/pages/detail/detail' })
  const element = opened.page.locator('mini-program')
  await opened.page.getByRole('button', { name: 'Back' }).click()
  await opened.waitForEvent('navigate', 3)
  expect(await element.evaluate((program: any) => program.back())).toBe(false)
  await element.evaluate((program: any) => program.hide())
  await element.evaluate((program: any) => program.show({ scene: 1038 }))
  const types = await opened.inWorker((program) => program.received.slice(-2))
  expect(types).toMatchObject([{ type: 'app-hide' }, { type: 'app-show', options: { scene: 1038 } }])
  await opened.page.setViewportSize({ width: 844, height: 390 })
  await expect.poll(async () => (await environment(opened)).deviceOrientation).toBe('landscape')
  await opened.page.getByRole('button', { name: 'Close' }).click()
  expect(await opened.waitForEvent('closed')).toEqual({ reason: 'user' })
  expect(await element.evaluate((program: any) => program.isOpen)).toBe(false)
  await element.evaluate((program: any) => program.open('pages/detail/detail'))
  expect(await opened.waitForEvent('launched', 2)).toMatchObject({ path: 'pages/detail/detail' })
  await opened.close()
})

test('Escape and the browser history go back in the program', async () => {
  const opened = await host.open({ attributes: { history: '' } })
  await opened.waitForEvent('launched')
  await call(opened, 'navigateTo', { url: '/pages/detail/detail' })
  await call(opened, 'navigateTo', { url: '/pages/detail/detail?2' })
  await opened.page.goBack()
  await opened.waitForEvent('navigate', 4)
  await opened.page.locator('mini-program').press('Escape')
  await opened.waitForEvent('navigate', 5)
  expect((await opened.events('navigate')).map((event: any) => event.depth)).toEqual([1, 2, 3, 2, 1])
  expect(opened.page.url()).toBe(`${host.origin}/`)
  await opened.close()
})

test('the browser going forward onto closed pages stays on the present one, in step with the history', async () => {
  const opened = await host.open({ attributes: { history: '' } })
  const { page } = opened
  const depth = () => page.evaluate(() => history.state.sampanDepth)
  const depths = async () => (await opened.events('navigate')).map((event: any) => event.depth)
  await opened.waitForEvent('launched')
  await call(opened, 'navigateTo', { url: '/pages/detail/detail' })
  await call(opened, 'navigateTo', { url: '/pages/detail/detail?2' })
  await page.goBack()
  await opened.waitForEvent('navigate', 4)
  await page.goBack()
  await opened.waitForEvent('navigate', 5)

  for (const steps of [1, 2]) {
    await page.evaluate(
      (count) =>
        ((window as any).came = new Promise<void>((resolve) => {
          let pops = 0
          addEventListener('popstate', () => ++pops === 2 && resolve())
          history.go(count)
        })),
      steps,
    )
    await page.evaluate(() => (window as any).came)
    expect(await depth()).toBe(0)
  }
  expect(await depths()).toEqual([1, 2, 3, 2, 1])

  // A page that opens now takes the place of those that one could have gone forward to.
  await call(opened, 'navigateTo', { url: '/pages/detail/detail?3' })
  expect(await depth()).toBe(1)
  await page.goBack()
  await opened.waitForEvent('navigate', 7)
  await expect.poll(depth).toBe(0)
  expect(await depths()).toEqual([1, 2, 3, 2, 1, 2, 1])
  await opened.close()
})

test('the history is in step after several pages back, at once or by the program, and after a refusal', async () => {
  const opened = await host.open({ attributes: { history: '' } })
  const { page } = opened
  const depth = () => page.evaluate(() => history.state.sampanDepth)
  const top = async () => (await opened.events('navigate')).at(-1)
  await opened.waitForEvent('launched')
  for (const n of [1, 2, 3]) await call(opened, 'navigateTo', { url: `/pages/detail/detail?n=${n}` })
  await page.evaluate(() => history.go(-2))
  await opened.waitForEvent('navigate', 6)
  expect(await top()).toMatchObject({ depth: 2, query: { n: '1' } })
  expect(await depth()).toBe(1)

  // The second route comes while the browser is still on its way for the first.
  await Promise.all([
    call(opened, 'navigateBack'),
    call(opened, 'navigateTo', { url: '/pages/detail/detail?n=4' }),
  ])
  await expect.poll(() => page.evaluate(() => history.state.sampanPath)).toBe('pages/detail/detail?n=4')
  expect(await top()).toMatchObject({ depth: 2, query: { n: '4' } })
  expect(await depth()).toBe(1)

  await call(opened, 'enableAlertBeforeUnload', { message: 'Not saved yet' })
  await page.goBack()
  await page.getByRole('alertdialog', { name: 'Not saved yet' }).waitFor()
  expect(await depth()).toBe(0)
  await page.keyboard.press('Escape')
  await expect.poll(depth).toBe(1)
  expect(await top()).toMatchObject({ depth: 2, query: { n: '4' } })
  await page.goBack()
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect.poll(async () => (await top()).depth).toBe(1)
  expect(await depth()).toBe(0)
  await opened.close()
})

test('a page may ask before it is left', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  await call(opened, 'navigateTo', { url: '/pages/detail/detail' })
  await call(opened, 'enableAlertBeforeUnload', { message: 'Not saved yet' })
  await opened.page.getByRole('button', { name: 'Back' }).click()
  await opened.page.getByRole('alertdialog', { name: 'Not saved yet' }).waitFor()
  await opened.page.keyboard.press('Escape')
  expect((await opened.events('navigate')).length).toBe(2)
  await opened.page.getByRole('button', { name: 'Back' }).click()
  await opened.page.getByRole('button', { name: 'Leave' }).click()
  await opened.waitForEvent('navigate', 3)
  await opened.close()
})
