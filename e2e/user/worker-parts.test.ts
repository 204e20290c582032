import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { serveProject, type ServedProject, writeProject } from '@sampan/testing'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

interface PreviewEvent {
  name: string
  detail: { args?: unknown[] }
}
declare const sampanPreview: { events: PreviewEvent[] }

const pageScript = (script: string) => `
const outcome = (run) => { try { return run() } catch (error) { return error.message } }
const outcomes = {}
${script}
Page({ onReady() { console.log('OUTCOMES ' + JSON.stringify(outcomes)) } })`

const BY_NAME = pageScript(`
outcomes.canvas = outcome(() => typeof wx.createCanvasContext('c').draw)
outcomes.canIUse = outcome(() => [wx.canIUse('showToast'), wx.canIUse('cloud'), wx.canIUse('openCard')].join())
outcomes.files = outcome(() => wx.getFileSystemManager().accessSync('pages/a/none.txt'))
outcomes.undocumented = typeof wx.makeCoffee`)
const COMPUTED = pageScript(`
outcomes.canvas = outcome(() => typeof wx[['create', 'CanvasContext'].join('')]('c').draw)
outcomes.unsupported = outcome(() => wx[['is', 'VKSupport'].join('')]('v1'))`)

let browser: Browser
let named: ServedProject
let computed: ServedProject
const projects: ReturnType<typeof writeProject>[] = []

beforeAll(async () => {
  const { path: executablePath } = await findBrowser({ install: true })
  browser = await chromium.launch({ executablePath, args: browserArguments() })
  ;[named, computed] = await Promise.all([serve(BY_NAME), serve(COMPUTED)])
})

afterAll(async () => {
  await browser?.close()
  named?.stop()
  computed?.stop()
  for (const project of projects) project.remove()
})

function serve(script: string): Promise<ServedProject> {
  const project = writeProject({
    'app.json': '{ "pages": ["pages/a/a"] }',
    'app.js': 'App({})',
    'pages/a/a.js': script,
    'pages/a/a.wxml': '<text>late</text>',
    'project.config.json': '{ "appid": "wx0000000000000777" }',
  })
  projects.push(project)
  return serveProject(project.folder)
}

/** What the page reports, and which parts were fetched for its program. `lost`: one that does not arrive. */
async function run(served: ServedProject, lost?: string) {
  const page = await browser.newPage()
  const parts: string[] = []
  page.on('request', (request) => {
    const name = /\/worker-(\w+)\.js$/.exec(request.url())?.[1]
    if (name) parts.push(name)
  })
  if (lost) await page.route(`**/worker-${lost}.js`, (route) => route.abort())
  await page.goto(served.previewUrl('pages/a/a'))
  const text = await page.waitForFunction(() => {
    const lines = sampanPreview.events.map(({ detail }) => String(detail.args?.[0]))
    return lines.find((line) => line.startsWith('OUTCOMES '))?.slice(9)
  })
  const outcomes = JSON.parse(String(await text.jsonValue())) as Record<string, string>
  await page.close()
  return { outcomes, parts: parts.sort() }
}

it('a program has the parts that it names, and only those, before its first line runs', async () => {
  const { outcomes, parts } = await run(named)
  expect(outcomes).toEqual({
    canvas: 'function',
    canIUse: 'true,true,false',
    files: 'accessSync:fail no such file or directory pages/a/none.txt',
    undocumented: 'undefined',
  })
  expect(parts).toEqual(['bytes', 'canvas', 'catalogue', 'files'])
})

it('a program that computes names has them all', async () => {
  const { outcomes, parts } = await run(computed)
  expect(outcomes).toEqual({ canvas: 'function', unsupported: 'isVKSupport:fail not supported' })
  expect(parts).toEqual(['bytes', 'canvas', 'catalogue', 'cloud', 'files', 'players', 'rare', 'sockets'])
})

it('a part that cannot be fetched fails in the base library’s shape, and the rest works', async () => {
  const { outcomes } = await run(named, 'canvas')
  expect(outcomes.canvas).toBe('createCanvasContext:fail this part of the base library could not be loaded')
  expect(outcomes.canIUse).toBe('true,true,false')
})
