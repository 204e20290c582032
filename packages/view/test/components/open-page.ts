import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import type { RecordedEvent, Tree } from './container-page'

export interface TestPage {
  page: Page
  mount(...trees: Tree[]): Promise<void>
  set(selector: string, attributes: Record<string, unknown>): Promise<void>
  append(selector: string, ...trees: Tree[]): Promise<void>
  remove(selector: string): Promise<void>
  /** Recorded events, oldest first, all or those of one name. */
  events(name?: string): Promise<RecordedEvent[]>
  clear(): Promise<void>
  /** Waits until at least `count` events of this name are there. */
  waitForEvent(name: string, count?: number): Promise<RecordedEvent>
  call(selector: string, method: string, ...args: unknown[]): Promise<unknown>
  /** One finger from point to point, in steps of 16 ms by the events' own time. */
  swipe(
    from: [number, number],
    to: [number, number],
    options?: { steps?: number; hold?: boolean },
  ): Promise<void>
  touchEnd(): Promise<void>
  rect(selector: string): Promise<{ x: number; y: number; width: number; height: number }>
  screenshot(name: string): Promise<void>
  close(): Promise<void>
}

const folder = fileURLToPath(new URL('.', import.meta.url))
const html = `<!doctype html><meta charset=utf-8><meta name=viewport content="width=device-width">
<style>/*base*/</style><style>wx-view { display: block } wx-text { display: inline }</style><body></body>
<script type=module src=/page.js></script>`

/** A phone-sized page of real Chromium with the components that `entry` registers and a recording port. */
export async function openTestPage(
  files: Record<string, { type: string; body: string | Buffer }> = {},
  entry = 'container-page.ts',
  browserArguments: string[] = [],
): Promise<TestPage> {
  const [script, base] = await Promise.all([bundle(entry), readFile(`${folder}../../src/base.css`, 'utf8')])
  const server = await serve({
    '/': { type: 'text/html', body: html.replace('/*base*/', base) },
    '/page.js': { type: 'text/javascript', body: script },
    ...files,
  })
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      ...browserArguments,
    ],
  })
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    deviceScaleFactor: 1,
  })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const { port } = server.address() as { port: number }
  await page.goto(`http://localhost:${port}/`)
  await page.waitForFunction(() => 'harness' in globalThis)
  return driverOf(page, context, cdp, browser, server)
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [folder + entry],
    loader: { '.css': 'text' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  })
  return result.outputFiles[0]!.text
}

async function serve(files: Record<string, { type: string; body: string | Buffer }>): Promise<Server> {
  const server = createServer((request, response) => {
    const file = files[(request.url ?? '/').split('?')[0]!]
    if (!file) return void response.writeHead(404).end()
    const body = Buffer.from(file.body)
    const headers = { 'content-type': file.type, 'accept-ranges': 'bytes' }
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
    if (!range) return void response.writeHead(200, headers).end(body)
    const [start, end] = [Number(range[1]), range[2] === '' ? body.length - 1 : Number(range[2])]
    const part = body.subarray(start, end + 1)
    response.writeHead(206, { ...headers, 'content-range': `bytes ${start}-${end}/${body.length}` }).end(part)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

function driverOf(
  page: Page,
  context: BrowserContext,
  cdp: CDPSession,
  browser: Browser,
  server: Server,
): TestPage {
  const touch = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: [number, number][],
    atMs = Date.now(),
  ) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y]) => ({ x, y })),
      timestamp: atMs / 1000,
    })
  const nextFrame = () =>
    page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(0))))

  return {
    page,
    mount: (...trees) => page.evaluate((given) => harness.mount(...(given as Tree[])), trees as unknown[]),
    set: (selector, attributes) =>
      page.evaluate(([target, values]) => harness.set(target, values), [selector, attributes] as const),
    append: (selector, ...trees) =>
      page.evaluate(([target, given]) => harness.append(target, ...(given as Tree[])), [
        selector,
        trees as unknown[],
      ] as const),
    remove: (selector) => page.evaluate((target) => harness.remove(target), selector),
    events: async (name) => {
      const all = await page.evaluate(() => harness.events)
      return name === undefined ? all : all.filter((event) => event.name === name)
    },
    clear: () => page.evaluate(() => void (harness.events.length = 0)),
    async waitForEvent(name, count = 1) {
      const handle = await page.waitForFunction(
        ([wanted, least]) => {
          const found = harness.events.filter((event) => event.kind === 'event' && event.name === wanted)
          return found.length >= least && found.at(-1)
        },
        [name, count] as const,
        { timeout: 8000 },
      )
      return (await handle.jsonValue()) as RecordedEvent
    },
    call: (selector, method, ...args) =>
      page.evaluate(([target, name, values]) => harness.call(target, name, values), [
        selector,
        method,
        args,
      ] as const),
    async swipe([x1, y1], [x2, y2], { steps = 8, hold = false } = {}) {
      // Its own clock, so that the speed does not depend on the machine's.
      const startMs = Date.now()
      await touch('touchStart', [[x1, y1]], startMs)
      for (let step = 1; step <= steps; step++) {
        const point: [number, number] = [x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps]
        await touch('touchMove', [point], startMs + step * 16)
        await nextFrame()
      }
      if (!hold) await touch('touchEnd', [], startMs + steps * 16 + 4)
    },
    touchEnd: async () => void (await touch('touchEnd', [])),
    rect: (selector) =>
      page.evaluate((target) => {
        const { x, y, width, height } = harness.find(target).getBoundingClientRect()
        return { x, y, width, height }
      }, selector),
    async screenshot(name) {
      const to = process.env.SCREENSHOTS
      if (to) await page.screenshot({ path: `${to}/${name}.png` })
    },
    async close() {
      await context.close()
      await browser.close()
      server.close()
    },
  }
}
