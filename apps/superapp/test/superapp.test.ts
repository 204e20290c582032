import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { encodeProxyHead, PROXY_MEDIA_TYPE } from '@sampan/protocol'
import { serveSuperapp, type ServedSuperapp } from '@sampan/testing'

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }

let server: ServedSuperapp
let browser: Browser
const pages: Page[] = []
const mistakes: string[] = []

beforeAll(async () => {
  const { path: executablePath } = await findBrowser({ install: false })
  ;[server, browser] = await Promise.all([
    serveSuperapp(),
    chromium.launch({ executablePath, args: browserArguments() }),
  ])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()))
  expect(mistakes.splice(0)).toEqual([])
})

async function openPage(hash = '', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, locale: 'en-US', ...options })
  const page = await context.newPage()
  pages.push(page)
  page.on('pageerror', (error) => mistakes.push(error.stack ?? error.message))
  await page.goto(server.url + hash)
  return page
}

/** The page of a program with this title, once it shows this text. */
async function pageOf(page: Page, title: string, text: string) {
  const frame = page.frameLocator(`mini-program iframe[title="${title}"]`)
  await frame.getByText(text, { exact: true }).first().waitFor()
  return frame
}

const hashOf = (page: Page) => page.evaluate(() => location.hash)

test('home invites, finds programs in both languages, and remembers what was opened', async () => {
  const page = await openPage()
  await page.getByRole('button', { name: 'Open Gallery' }).waitFor()

  const search = page.getByRole('searchbox', { name: 'Search mini programs' })
  await search.fill('潮')
  await page.getByRole('button', { name: /^Tide Notes/ }).waitFor()
  expect(await page.locator('.row').count()).toBe(1)
  await search.fill('zzz')
  await page.getByText('No program is called “zzz”').waitFor()
  await search.press('Escape')
  expect(await page.locator('.row').count()).toBeGreaterThan(2)

  await search.fill('tea')
  await search.press('Enter')
  await pageOf(page, 'Tea Timer', 'Tea Timer')
  await page.goBack()
  await search.fill('')
  await page.locator('.tiles').getByText('Tea Timer').waitFor()
  expect(await page.locator('mini-program').count()).toBe(0)
})

test('back goes through the pages of a program, then home; forward comes again', async () => {
  const page = await openPage()
  await page.getByRole('button', { name: /^Tide Notes/ }).click()
  const list = await pageOf(page, 'Tide Notes', 'Welcome aboard')
  await list.getByText('Welcome aboard').click()
  await page.waitForFunction(() => location.hash.includes('note'))
  expect(decodeURIComponent(await hashOf(page))).toBe('#/p/sptidenotes?path=pages/note/note?id=welcome')

  await page.goBack()
  await pageOf(page, 'Tide Notes', 'Welcome aboard')
  await page.waitForFunction(() => decodeURIComponent(location.hash).endsWith('pages/list/list'))
  await page.goBack()
  await page.getByRole('heading', { name: 'Sampan' }).waitFor()
  await page.waitForFunction(() => !document.querySelector('mini-program'))

  await page.goForward()
  await pageOf(page, 'Tide Notes', 'Welcome aboard')
})

test('forward onto a page that was closed stays where one is; the address says so', async () => {
  const page = await openPage()
  await page.getByRole('button', { name: /^Tide Notes/ }).click()
  await (await pageOf(page, 'Tide Notes', 'Welcome aboard')).getByText('Welcome aboard').click()
  await page.waitForFunction(() => location.hash.includes('note%2Fnote'))
  await page.goBack()
  await page.waitForFunction(() => decodeURIComponent(location.hash).endsWith('pages/list/list'))
  await page.evaluate(() => {
    const pops: string[] = []
    Object.assign(window, { pops })
    addEventListener('popstate', () => pops.push(decodeURIComponent(location.hash)))
    history.forward()
  })
  await page.waitForFunction(() => (window as unknown as { pops: string[] }).pops.length === 2)
  expect(decodeURIComponent(await hashOf(page))).toMatch(/pages\/list\/list$/)
  await pageOf(page, 'Tide Notes', 'Welcome aboard')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.waitForFunction(() => !document.querySelector('mini-program'))
  expect(['', '#/']).toContain(await hashOf(page))
})

test('after a reload the browser goes back to the pages before; an address opens its page', async () => {
  const page = await openPage()
  await page.getByRole('button', { name: /^Tide Notes/ }).click()
  await (await pageOf(page, 'Tide Notes', 'Welcome aboard')).getByText('Welcome aboard').click()
  await page.waitForFunction(() => location.hash.includes('note%2Fnote'))
  await page.reload()
  await page.waitForFunction(() => history.state?.sampanPath?.startsWith('pages/note/note'))
  await page.locator('mini-program iframe').first().waitFor()
  await page.goBack()
  await page.waitForFunction(() => decodeURIComponent(location.hash).endsWith('pages/list/list'))
  await pageOf(page, 'Tide Notes', 'Welcome aboard')
  await page.goto(`${server.url}#/p/sptidenotes?path=pages%2Fnote%2Fnote%3Fid%3Dwelcome`)
  await page.waitForFunction(() => history.state?.sampanPath === 'pages/note/note?id=welcome')
  await page.goBack()
  await page.waitForFunction(() => history.state?.sampanPath === 'pages/list/list')
  await pageOf(page, 'Tide Notes', 'Welcome aboard')
  await page.goBack()
  await page.getByRole('heading', { name: 'Sampan' }).waitFor()
  await page.waitForFunction(() => !document.querySelector('mini-program'))
})

test('the menu button of a program leads home from any depth', async () => {
  const page = await openPage()
  await page.getByRole('button', { name: /^Tide Notes/ }).click()
  await (await pageOf(page, 'Tide Notes', 'Welcome aboard')).getByText('Welcome aboard').click()
  await page.waitForFunction(() => location.hash.includes('note'))
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.waitForFunction(() => !document.querySelector('mini-program'))
  expect(['', '#/']).toContain(await hashOf(page))
})

test('a link leads to a page of a program; a reload stays there', async () => {
  const page = await openPage('#/p/spgallery?path=component%2Fslider%2Fslider')
  await pageOf(page, 'slider', 'Mix a colour')
  await page.reload()
  await pageOf(page, 'slider', 'Mix a colour')
  expect(decodeURIComponent(await hashOf(page))).toBe('#/p/spgallery?path=component/slider/slider')
})

test('a link to a program that is not here offers a way home', async () => {
  const page = await openPage('#/p/spnobody')
  await page.getByRole('button', { name: 'Back to home' }).click()
  await page.getByRole('button', { name: 'Open Gallery' }).waitFor()
  expect(await hashOf(page)).toBe('#/')
})

test('a program that cannot be loaded can be tried again', async () => {
  const context = await browser.newContext({ ...PHONE, locale: 'en-US', serviceWorkers: 'block' })
  const page = await context.newPage()
  pages.push(page)
  await page.route('**/container.js*', (route) => route.abort())
  await page.goto(`${server.url}#/p/spteatimer`)
  await page.getByText('The program did not load').waitFor()
  await page.unroute('**/container.js*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await pageOf(page, 'Tea Timer', 'Tea Timer')
})

test('without a connection home opens with what was used, and says so', async () => {
  const page = await openPage('#/p/spteatimer')
  await pageOf(page, 'Tea Timer', 'Tea Timer')
  await page.waitForFunction(async () => {
    const keys = await (await caches.open('sampan-1')).keys()
    const paths = keys.map(({ url }) => new URL(url).pathname)
    const wanted = ['/', '/superapp.js', '/container.js', '/worker.js', '/manifest.json', '/service.js']
    // A part of the container that this program has not needed yet.
    const hasParts = paths.some((path) => path.includes('/container-scan-code-'))
    return (
      hasParts &&
      wanted.every((end) => paths.some((path) => path === end || (end !== '/' && path.endsWith(end))))
    )
  })
  // Remembered once it has launched, which may come after its first paint.
  await page.waitForFunction(() => JSON.stringify(localStorage).includes('spteatimer'))
  await page.goBack()
  await page.goto(server.url)
  const note = page.getByText('Offline. This is what your last visit left here.')
  expect(await note.isVisible()).toBe(false)
  await page.context().setOffline(true)
  await page.reload()
  await note.waitFor()
  await page.locator('.tiles').getByText('Tea Timer').waitFor()
  const isIconThere = () => document.querySelector<HTMLImageElement>('.tiles img')!.naturalWidth > 0
  await page.waitForFunction(isIconThere)
  await page.context().setOffline(false)
  await note.waitFor({ state: 'hidden' })
})

test('language and appearance can be chosen, and reach the program', async () => {
  const page = await openPage()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByLabel('Dark').check()
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
  await page.getByLabel('中文').click()
  await page.getByRole('heading', { name: '发现' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
  await page.reload()
  await page.getByRole('button', { name: '打开组件廊' }).waitFor()
  await page.goto(`${server.url}#/p/spgallery?path=pages%2Fabout%2Fabout`)
  const frame = await pageOf(page, '关于', 'zh_CN')
  await frame.getByText('dark', { exact: true }).waitFor()
})

test('a program reaches the servers that it registered, and no others', async () => {
  const context = await browser.newContext({ ...PHONE, locale: 'en-US', serviceWorkers: 'block' })
  const page = await context.newPage()
  pages.push(page)
  const head = encodeProxyHead({
    status: 200,
    headers: [['content-type', 'text/plain']],
    url: 'https://api.github.com/zen',
  })
  await page.route('**/proxy', (route) =>
    route.fulfill({
      contentType: PROXY_MEDIA_TYPE,
      body: Buffer.concat([head, Buffer.from('Keep it simple.')]),
    }),
  )
  // On the first visit the container comes after the screen that shows it.
  await page.goto(`${server.url}#/p/spgallery?path=api%2Fnetwork%2Fnetwork`)
  const frame = await pageOf(page, 'Network', 'Send')
  await frame.getByText('Send', { exact: true }).click()
  await frame.getByText('Keep it simple.').waitFor()
  await frame.getByText('Try it').click()
  await frame.getByText('url not in domain list').waitFor()
})

test('the about sheet tells what a program asks for, and keeps favourites', async () => {
  const page = await openPage()
  const more = page.getByRole('button', { name: 'About Gallery' })
  await more.click()
  const sheet = page.getByRole('dialog', { name: 'Gallery' })
  await sheet.getByText('1.0.0').waitFor()
  await sheet.getByText('api.github.com').waitFor()
  await sheet.getByText(/^Location/).waitFor()
  await sheet.getByRole('button', { name: 'Add to favourites' }).click()
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => !document.querySelector('.sheet'))
  await page.getByRole('heading', { name: 'Favourites' }).waitFor()
})

test('on a desktop a code beside the device opens the same on a phone', async () => {
  const page = await openPage('', DESKTOP)
  await page.getByRole('img', { name: `QR code of ${server.url}` }).waitFor()
  await page.getByRole('button', { name: /^Tea Timer/ }).click()
  await page.getByRole('img', { name: `QR code of ${server.url}#/p/spteatimer` }).waitFor()
  const device = await page.locator('.device').boundingBox()
  expect(device!.width).toBe(390)
  expect(device!.height).toBeLessThanOrEqual(800)
})
