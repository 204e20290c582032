import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { serveProject, type ServedProject, writeProject } from '@sampan/testing'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

interface ShareCard {
  title: string
  path: string
}
declare const window: { shared: ShareCard[]; sharedAtMs: number }

/** Each page shares itself in another way: an object with a promise, which may come in time, late, or never well. */
const ANSWERS = {
  early: `{ title: 'Now', promise: Promise.resolve({ title: 'Early', path: '/pages/late/late?id=1' }) }`,
  late: `{ title: 'Now', path: '/pages/early/early', promise: new Promise((resolve) => setTimeout(resolve, 60000, { title: 'Late' })) }`,
  refused: `{ title: 'Now', promise: Promise.reject(new Error('no picture')) }`,
}
const pages = Object.keys(ANSWERS)

const project = writeProject({
  'app.json': JSON.stringify({ pages: pages.map((name) => `pages/${name}/${name}`) }),
  'app.js': 'App({})',
  ...Object.fromEntries(
    Object.entries(ANSWERS).flatMap(([name, answer]) => [
      [`pages/${name}/${name}.wxml`, `<text>${name}</text>`],
      [`pages/${name}/${name}.js`, `Page({ onShareAppMessage: () => (${answer}) })`],
    ]),
  ),
})

let browser: Browser
let served: ServedProject
beforeAll(async () => {
  const { path: executablePath } = await findBrowser({ install: false })
  ;[served, browser] = await Promise.all([
    serveProject(project.folder),
    chromium.launch({ executablePath, args: browserArguments() }),
  ])
})
afterAll(async () => {
  await browser?.close()
  served?.stop()
  project.remove()
})

/** Opens a page and shares it by the menu. Answers the card, and how long it took to come. */
async function share(name: string): Promise<{ card: ShareCard; tookMs: number }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-US' })
  const page: Page = await context.newPage()
  await page.goto(served.previewUrl(`pages/${name}/${name}`))
  await page.frameLocator(`mini-program iframe[title="pages/${name}/${name}"]`).getByText(name).waitFor()
  await page.evaluate(() => {
    window.shared = []
    document.querySelector('mini-program')!.addEventListener('share', (event) => {
      event.preventDefault()
      window.shared.push((event as CustomEvent<ShareCard>).detail)
      window.sharedAtMs = event.timeStamp
    })
  })
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Share' }).click()
  const clickedAtMs = await page.evaluate(() => performance.now())
  await page.waitForFunction(() => window.shared.length > 0, undefined, { timeout: 10_000 })
  const [card, sharedAtMs] = await page.evaluate(() => [window.shared[0]!, window.sharedAtMs] as const)
  await context.close()
  return { card, tookMs: sharedAtMs - clickedAtMs }
}

it('a share card may come by a promise', async () => {
  const { card } = await share('early')
  expect(card).toMatchObject({ title: 'Early', path: 'pages/late/late?id=1' })
})

it('a promise that takes longer than three seconds is not waited for: what there was is shared', async () => {
  const { card, tookMs } = await share('late')
  expect(card).toMatchObject({ title: 'Now', path: 'pages/early/early' })
  expect(tookMs).toBeGreaterThan(2_000)
})

it('a promise that fails leaves what there was', async () => {
  const { card } = await share('refused')
  expect(card).toMatchObject({ title: 'Now', path: 'pages/refused/refused' })
})
