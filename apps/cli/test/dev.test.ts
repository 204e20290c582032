import { once } from 'node:events'
import { networkInterfaces } from 'node:os'
import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { chromium } from 'playwright-core'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startCli } from './harness/run-cli'
import { useTemporaryFolder } from './harness/temporary-folder'

const folder = useTemporaryFolder()
let browser: Browser
let stopServer: (() => Promise<void>) | undefined

beforeAll(async () => {
  const { path } = await findBrowser({ install: false })
  browser = await chromium.launch({ executablePath: path, args: browserArguments() })
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await stopServer?.()
  stopServer = undefined
})

afterAll(() => browser.close())

const PROGRAM = {
  'app.json': '{ "pages": ["pages/a", "pages/b"] }',
  'app.js': 'App({})',
  'pages/a.js': 'Page({})',
  'pages/a.wxml': '<view>first page</view>',
  'pages/b.js': 'Page({ data: { q: "" }, onLoad({ q }) { this.setData({ q }) } })',
  'pages/b.wxml': '<view>second page {{q}}</view>',
}

/** Starts `sampan dev` on a free port. */
async function startDev(project: string, ...args: string[]) {
  const child = startCli(['dev', project, '--port', '0', '--no-open', ...args])
  let output = ''
  child.stderr!.on('data', (chunk) => (output += chunk))
  stopServer = async () => {
    child.kill('SIGTERM')
    await once(child, 'close')
  }
  return new Promise<{ local: string; network?: string; output(): string }>((resolve, reject) => {
    child.stdout!.on('data', (chunk) => {
      output += chunk
      if (!output.includes('Ctrl+C')) return
      const local = /On this computer: (\S+)/.exec(output)![1]!
      resolve({ local, network: /same network: (\S+)/.exec(output)?.[1], output: () => output })
    })
    child.on('close', () => reject(new Error(output)))
  })
}

/** The page on top of the program in `page`. */
function topPage(page: Page | FrameLocator): FrameLocator {
  return page.frameLocator('mini-program .page:not(.waiting):not(.covered) iframe')
}

test('a save shows up by itself, on the page that is open', async () => {
  const project = folder.project('program', PROGRAM)
  const { local } = await startDev(project)
  const page = await browser.newPage()
  await page.goto(`${local}preview?path=${encodeURIComponent('pages/b?q=kept')}`)
  await topPage(page).getByText('second page kept').waitFor()

  folder.write('program/pages/b.wxml', '<view>changed page {{q}}</view>')
  await topPage(page).getByText('changed page kept').waitFor()

  folder.write('program/pages/b.wxml', '<view>{{ q + }}</view>')
  await page.getByText('pages/b.wxml:1').waitFor()
  folder.write('program/pages/b.wxml', '<view>mended {{q}}</view>')
  await topPage(page).getByText('mended kept').waitFor()
  expect(await page.getByText('pages/b.wxml:1').isVisible()).toBe(false)
})

test('the simulator shows the program, its console and its errors in their sources', async () => {
  const project = folder.project('program', {
    ...PROGRAM,
    'pages/a.js':
      'Page({\n  onLoad() {\n    console.log("hello", { n: 1 })\n    setTimeout(() => {\n      missing()\n    })\n  },\n})',
  })
  const { local } = await startDev(project)
  const page = await browser.newPage()
  await page.goto(local)
  await topPage(page.frameLocator('.phone iframe')).getByText('first page').waitFor()
  await page
    .getByText('hello {"n":1}')
    .or(page.locator('.row', { hasText: 'hello' }))
    .first()
    .waitFor()
  await page.getByText('pages/a.js:5:7').waitFor()

  await page.getByLabel('Page').selectOption('pages/b')
  await topPage(page.frameLocator('.phone iframe')).getByText('second page').waitFor()
  expect(new URL(page.url()).searchParams.get('path')).toBe('pages/b')

  folder.write('program/pages/b.wxml', '<view>{{ q + }}</view>')
  await page.locator('.problems').getByText('pages/b.wxml:1').waitFor()
})

test('it starts on a project that is broken, and runs it when it is mended', async () => {
  const project = folder.project('program', { ...PROGRAM, 'app.json': '' })
  const { local } = await startDev(project)
  const page = await browser.newPage()
  await page.goto(`${local}preview`)
  await page.getByText('app.json').first().waitFor()
  folder.write('program/app.json', PROGRAM['app.json'])
  await topPage(page).getByText('first page').waitFor()
})

test('bundles are for frames of any origin, pages for this computer and those with the key', async () => {
  const { local, network } = await startDev(folder.project('program', PROGRAM))
  const html = await (await fetch(`${local}preview`)).text()
  const config = JSON.parse(/id="config">(.*)<\/script>/.exec(html)![1]!)
  const manifest = await fetch(`${local}bundle/${config.state.build}/manifest.json`)
  expect(Object.fromEntries(manifest.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'content-type': 'application/json; charset=utf-8',
    'cache-control': expect.stringContaining('immutable'),
  })
  expect((await manifest.json()).pageOrder).toEqual(['pages/a', 'pages/b'])

  const foreign = await fetch(`${local}map-stack`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  })
  expect(foreign.status).toBe(403)

  const hasNetwork = Object.values(networkInterfaces()).some((all) => all?.some(({ internal }) => !internal))
  expect(network !== undefined).toBe(hasNetwork)
  if (network === undefined) return
  expect((await fetch(network.replace(/\?.*/, ''))).status).toBe(403)
  const answer = await fetch(network)
  expect(answer.status).toBe(200)
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
  expect((await fetch(network.replace(/\?.*/, ''), { headers: { cookie } })).status).toBe(200)
  const runtime = /src="([^"]+\/)container\.js"/.exec(await answer.text())![1]!
  const script = await fetch(new URL(`${runtime}worker.js`, network))
  expect(script.headers.get('content-encoding')).toMatch(/^(br|gzip)$/)
})

test('programs reach a backend on this computer through the server', async () => {
  const { createServer } = await import('node:http')
  const backend = createServer((request, response) => response.end(JSON.stringify({ seen: request.url })))
  await new Promise<void>((done) => backend.listen(0, '127.0.0.1', done))
  const { port } = backend.address() as { port: number }
  const project = folder.project('program', {
    ...PROGRAM,
    'pages/a.js': `Page({ data: { seen: 'nothing' }, onLoad() {
      wx.request({ url: 'http://127.0.0.1:${port}/from-program', success: ({ data }) => this.setData(data) })
    } })`,
    'pages/a.wxml': '<view>{{seen}}</view>',
  })
  const { local } = await startDev(project)
  const page = await browser.newPage()
  await page.goto(`${local}preview`)
  await topPage(page).getByText('/from-program').waitFor()
  backend.close()
})
