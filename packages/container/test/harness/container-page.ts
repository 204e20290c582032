import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type BuildOptions } from 'esbuild'
import {
  type Browser,
  type BrowserContextOptions,
  type Frame,
  type Page,
  type Worker,
  chromium,
} from 'playwright-core'
import { type FixtureOptions, fixtureManifest } from '../fixture/bundle'
import { type StaticServer, serveFiles } from './static-server'

const packageFolder = join(dirname(fileURLToPath(import.meta.url)), '../..')

export interface TestHost {
  readonly origin: string
  /** Names of parts of the container that the server has lost: it answers 404. */
  readonly lost: Set<string>
  /** Opens a page with a `<mini-program>` that runs `script` as its main package. */
  open(program: TestProgram): Promise<OpenProgram>
  close(): Promise<void>
}

export interface TestProgram {
  /** Code of the main package: `program` is the fake worker. */
  script?: string
  manifest?: FixtureOptions
  /** Attributes of the element. */
  attributes?: Record<string, string>
  /** JSON-able properties of the element. */
  properties?: Record<string, unknown>
  /** Size of the window, and what it prefers. */
  context?: BrowserContextOptions
  /** Files beside the bundle's own, by path in the bundle. */
  files?: Record<string, { type: string; body: string | Uint8Array }>
  /** As for people: with transitions. Without it the element has `fast`. */
  withMotion?: boolean
  /** Content-Security-Policy of the host page. */
  policy?: string
  /** Size of the element, the window's without it. */
  style?: string
}

export interface OpenProgram {
  page: Page
  /** Details of the events so far, by name. */
  events(name: string): Promise<any[]>
  waitForEvent(name: string, count?: number): Promise<any>
  /** The page frame that shows a route, by its content. */
  frame(route: string): Promise<Frame>
  /** The worker that runs now. */
  logicWorker(): Promise<Worker>
  /** Runs in the logic worker. */
  inWorker<Result>(run: (program: any) => Result | Promise<Result>): Promise<Result>
  close(): Promise<void>
}

export async function startTestHost(): Promise<TestHost> {
  const scripts = await buildScripts()
  const bundles = new Map<string, TestProgram>()
  const lost = new Set<string>()
  const isLost = (path: string) => [...lost].some((name) => path.includes(`/container-${name}-`))
  let nextBundle = 1
  const server: StaticServer = await serveFiles((path) => {
    if (path === '/') return { type: 'text/html', body: HOST_PAGE }
    const guarded = bundles.get(/^\/with-policy\/(\w+)$/.exec(path)?.[1] ?? '')
    if (guarded?.policy) return { type: 'text/html', body: HOST_PAGE, policy: guarded.policy }
    const script = isLost(path) ? undefined : scripts.get(path)
    if (script !== undefined) return { type: 'text/javascript', body: script }
    const [, name = '', file = ''] = /^\/bundles\/(\w+)\/(.+)$/.exec(path) ?? []
    const program = bundles.get(name)
    return program && bundleFile(program, file)
  })
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  })

  return {
    origin: server.origin,
    lost,
    async open(program) {
      const name = `b${nextBundle++}`
      bundles.set(name, program)
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...program.context })
      const page = await context.newPage()
      await page.goto(program.policy ? `${server.origin}/with-policy/${name}` : `${server.origin}/`)
      await page.evaluate(startInPage, {
        attributes: {
          src: `/bundles/${name}/`,
          runtime: '/runtime/',
          language: 'en',
          ...(program.withMotion ? {} : { fast: '' }),
          ...program.attributes,
        },
        properties: program.properties ?? {},
        style: program.style ?? '',
      })
      return openProgram(page, () => context.close())
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

function bundleFile(program: TestProgram, file: string) {
  const own = program.files?.[file]
  if (own) return own
  const json = (value: unknown) => ({ type: 'application/json', body: JSON.stringify(value) })
  if (file === 'manifest.json') return json(fixtureManifest(program.manifest))
  if (/^packages\/[\w-]+\/styles\.json$/.test(file)) return json({})
  if (file === 'packages/main/service.js') return { type: 'text/javascript', body: program.script ?? '' }
  return undefined
}

function openProgram(page: Page, close: () => Promise<void>): OpenProgram {
  const pageErrors: string[] = []
  page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message))
  const events = (name: string) =>
    page.evaluate(
      (wanted) =>
        (window as any).seen.filter((event: any) => event.name === wanted).map((event: any) => event.detail),
      name,
    )
  return {
    page,
    events,
    async waitForEvent(name, count = 1) {
      await page
        .waitForFunction(
          ([wanted, least]) =>
            (window as any).seen.filter((event: any) => event.name === wanted).length >= least,
          [name, count] as const,
          { timeout: 25_000 },
        )
        .catch(async () => {
          const seen = await page.evaluate(() => (window as any).seen)
          throw new Error(
            `no event ${name}; seen: ${JSON.stringify(seen)}; page errors: ${pageErrors.join('\n')}`,
          )
        })
      return (await events(name))[count - 1]
    },
    async frame(route) {
      const deadline = Date.now() + 10_000
      while (Date.now() < deadline) {
        for (const frame of page.frames()) {
          const shown = await frame
            .evaluate(() => (globalThis as any).frame?.received?.[0]?.route)
            .catch(() => undefined)
          if (shown === route) return frame
        }
        await page.waitForTimeout(20)
      }
      throw new Error(`no frame shows ${route}`)
    },
    logicWorker: () => logicWorker(page),
    inWorker: async (run) => (await logicWorker(page)).evaluate(`(${run})(self.program)`) as never,
    close,
  }
}

/** The worker runs before the debugger knows of it. */
async function logicWorker(page: Page): Promise<Worker> {
  const deadline = Date.now() + 15_000
  while (Date.now() < deadline) {
    for (const worker of page.workers().toReversed()) {
      if (await worker.evaluate(() => 'program' in self).catch(() => false)) return worker
    }
    await page.waitForTimeout(20)
  }
  throw new Error('no logic worker runs')
}

/** Runs in the host page. */
async function startInPage(given: {
  attributes: Record<string, string>
  properties: Record<string, unknown>
  style: string
}): Promise<void> {
  const names = [
    'launched',
    'error',
    'console',
    'titlechange',
    'closed',
    'navigate',
    'painted',
    'leave',
    'share',
  ]
  const seen: { name: string; detail: unknown }[] = []
  ;(window as any).seen = seen
  const element = document.createElement('mini-program') as HTMLElement & Record<string, unknown>
  for (const name of names) {
    element.addEventListener(name, (event) => seen.push({ name, detail: (event as CustomEvent).detail }))
  }
  Object.assign(element, given.properties)
  for (const [name, value] of Object.entries(given.attributes)) element.setAttribute(name, value)
  element.style.cssText = given.style
  document.body.append(element)
}

const HOST_PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>Host</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<style>html,body{margin:0;height:100%;background:#dfe3e8}mini-program{width:100%;height:100%}</style>
<script type="module" src="/runtime/container.js"></script></head><body></body></html>`

async function buildScripts(): Promise<Map<string, string>> {
  const common = {
    bundle: true,
    write: false as const,
    target: 'es2022',
    conditions: ['production'],
    logLevel: 'silent' as const,
  } satisfies BuildOptions
  const [container, worker, view] = await Promise.all([
    build({
      ...common,
      format: 'esm',
      splitting: true,
      outdir: '/runtime',
      chunkNames: 'container-[name]-[hash]',
      entryPoints: { container: join(packageFolder, 'src/index.ts') },
    }),
    build({ ...common, format: 'iife', entryPoints: [join(packageFolder, 'test/fixture/fake-worker.ts')] }),
    build({ ...common, format: 'iife', entryPoints: [join(packageFolder, 'test/fixture/fake-view.ts')] }),
  ])
  return new Map([
    ...container.outputFiles.map(({ path, text }) => [path, text] as const),
    ['/runtime/worker.js', worker.outputFiles[0]!.text],
    ['/runtime/worker-canvas.js', 'canvas part'],
    // A folder where the view is missing.
    ['/half/worker.js', worker.outputFiles[0]!.text],
    ['/runtime/view.js', view.outputFiles[0]!.text],
  ])
}
