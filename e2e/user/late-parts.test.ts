import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { serveProject, type ServedProject, writeProject } from '@sampan/testing'
import { type Browser, chromium, type Frame, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

interface PreviewEvent {
  name: string
  detail: { args?: unknown[]; message?: string; route?: string }
}
declare const sampanPreview: { events: PreviewEvent[] }

const SAY = `const say = (name, value) => console.log('SAID ' + JSON.stringify([name, value ?? null]))\n`

const FILES: Record<string, string> = {
  'app.json': JSON.stringify({
    pages: ['plain', 'inside', 'later', 'moving', 'handled', 'edited'].map((name) => `pages/${name}/${name}`),
  }),
  'app.js': 'App({})',
  'components/panel/panel.json': '{ "component": true }',
  'components/panel/panel.js': `${SAY}Component({ methods: { changed(e) { say('switch', e.detail.value) } } })`,
  'components/panel/panel.wxml': '<switch id="switch" bindchange="changed"/><slot/>',

  // What most pages have, and names of late tags that are none.
  'pages/plain/plain.wxml': `<view class="map video"><text>plain</text></view><button>b</button><input/><image/>
    <scroll-view scroll-y><navigator url="x">n</navigator></scroll-view>`,
  'pages/plain/plain.js': 'Page({})',

  // Late tags in the first batch, some in a component.
  'pages/inside/inside.json':
    '{ "usingComponents": { "panel": "/components/panel/panel", "map": "/components/panel/panel" } }',
  'pages/inside/inside.wxml': `<panel><text>inside</text></panel><map>a component of the program</map>
    <canvas id="canvas" type="2d" style="width:100px;height:50px"/>
    <swiper id="swiper" current="1" style="height:60px"><swiper-item>one</swiper-item><swiper-item>two</swiper-item></swiper>`,
  'pages/inside/inside.js': `${SAY}Page({ onReady() {
    const query = wx.createSelectorQuery()
    query.select('#canvas').fields({ node: true, size: true })
    query.select('#swiper').fields({ properties: ['current'] }).exec(([canvas, swiper]) => {
      const context = canvas.node.getContext('2d')
      say('canvas', [canvas.width, canvas.height, typeof context.fillRect])
      say('swiper', Number(swiper.current))
    })
  } })`,

  // A late tag that comes with a change of the data, with calls and queries right behind it.
  'pages/later/later.wxml': `<text id="count">{{count}}</text>
    <map wx:if="{{shown}}" id="map" latitude="23.1" longitude="113.3" style="width:200px;height:100px"/>`,
  'pages/later/later.js': `${SAY}Page({ data: { shown: false, count: 0 }, onReady() {
    this.setData({ shown: true, count: 1 }, () => say('shown'))
    wx.createSelectorQuery().select('#map').boundingClientRect((rect) => say('map', [rect.width, rect.height])).exec()
    wx.createMapContext('map').getCenterLocation({ success: ({ latitude }) => say('latitude', latitude), fail: (e) => say('latitude', e) })
    this.setData({ count: 2 })
  } })`,

  'pages/moving/moving.wxml': '<view id="box" style="width:10px">box</view>',
  'pages/moving/moving.js': `${SAY}Page({ onReady() {
    this.animate('#box', [{ width: '10px' }, { width: '70px' }], 20, () =>
      wx.createSelectorQuery().select('#box').boundingClientRect((rect) => say('width', rect.width)).exec())
  } })`,

  'pages/handled/handled.wxml': `<wxs module="m">module.exports = { changed: function (value, old, owner) { owner.callMethod('told', value) } }</wxs>
    <view change:prop="{{m.changed}}" prop="{{value}}">handled</view>`,
  'pages/handled/handled.js': `${SAY}Page({ data: { value: 7 }, told(value) { say('wxs', value) } })`,

  'pages/edited/edited.wxml': '<editor id="editor" bindready="ready"/>',
  'pages/edited/edited.js': `${SAY}Page({ ready() {
    wx.createSelectorQuery().select('#editor').context(({ context }) => {
      context.setContents({ html: '<p>written</p>' })
      context.getContents({ success: ({ text }) => say('editor', text.trim()) })
    }).exec()
  } })`,
}

let browser: Browser
let served: ServedProject
let page: Page
const project = writeProject(
  Object.fromEntries(
    Object.entries(FILES).flatMap(([path, text]) =>
      path.endsWith('.js') && path.startsWith('pages/') && !FILES[path.replace('.js', '.json')]
        ? [
            [path, text],
            [path.replace('.js', '.json'), '{}'],
          ]
        : [[path, text]],
    ),
  ),
)

beforeAll(async () => {
  served = await serveProject(project.folder)
  const { path: executablePath } = await findBrowser({ install: true })
  browser = await chromium.launch({ executablePath, args: browserArguments() })
})
afterEach(() => page?.context().close())
afterAll(async () => {
  await browser?.close()
  served?.stop()
  project.remove()
})

/** Opens a page in a new browser context; `parts` decides what becomes of the requests for parts. */
async function open(name: string, parts: 'served' | 'late' | 'missing' = 'served'): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  page = await context.newPage()
  if (parts !== 'served') {
    await page.route(/\/view-[\w-]+\.js$/, async (route) => {
      if (parts === 'missing') return route.abort()
      await new Promise((resolve) => setTimeout(resolve, 400))
      return route.continue()
    })
  }
  await page.goto(served.previewUrl(`pages/${name}/${name}`))
  await page.waitForFunction(() => sampanPreview.events.some(({ name }) => name === 'painted'))
}

/** What the program said under a name, when it has. */
async function said(name: string): Promise<unknown> {
  const found = await page.waitForFunction((wanted) => {
    for (const { name, detail } of sampanPreview.events) {
      const text = detail?.args?.[0]
      if (name !== 'console' || typeof text !== 'string' || !text.startsWith('SAID ')) continue
      const [said, value] = JSON.parse(text.slice(5)) as [string, unknown]
      if (said === wanted) return { value }
    }
    return undefined
  }, name)
  return (await found.jsonValue())!.value
}

const eventsOf = (name: string) =>
  page.evaluate((wanted) => sampanPreview.events.filter((event) => event.name === wanted), name)

/** The frame that shows a text, once one does: the worker may be ahead of it. */
async function frameOf(text: string): Promise<Frame> {
  let found: Frame | undefined
  await expect
    .poll(async () => (found = await findFrame(text)), { message: `a frame shows ${text}`, timeout: 10_000 })
    .toBeDefined()
  return found!
}

async function findFrame(text: string): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue
    if ((await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '')).includes(text))
      return frame
  }
  return undefined
}

/** Parts that a frame has, by something that each brings. */
const partsIn = (frame: Frame) =>
  frame.evaluate(() => {
    const tags = {
      canvas: 'canvas',
      editor: 'editor',
      forms: 'switch',
      map: 'map',
      swiper: 'swiper',
      video: 'video',
    }
    const found = Object.entries(tags).flatMap(([part, tag]) =>
      customElements.get(`wx-${tag}`) ? [part] : [],
    )
    return '__sampanViewPackage' in globalThis ? [...found, 'wxs'] : found
  })

describe('a page', () => {
  it('of everyday components loads no parts', async () => {
    await open('plain')
    const frame = await frameOf('plain')
    expect(await partsIn(frame)).toEqual([])
    const undefinedTags = await frame.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll('wx-button,wx-input,wx-image,wx-scroll-view,wx-navigator')].flatMap(
          ({ localName }) => (customElements.get(localName) ? [] : [localName]),
        ),
      ),
    ])
    expect(undefinedTags).toEqual([])
  })

  it.each(['served', 'late'] as const)('has late components from the first batch on: %s', async (parts) => {
    await open('inside', parts)
    const frame = await frameOf('inside')
    expect(await partsIn(frame)).toEqual(['canvas', 'forms', 'swiper'])
    expect(
      await frame.evaluate(() => document.querySelectorAll('wx-swiper:not(:defined), wx-map').length),
    ).toBe(0)
    expect(await said('canvas')).toEqual([100, 50, 'function'])
    expect(await said('swiper')).toBe(1)
    expect(
      await frame.evaluate(() => document.querySelector('wx-swiper')!.getBoundingClientRect().height),
    ).toBe(60)
    await frame.click('#switch')
    expect(await said('switch')).toBe(true)
    expect(await eventsOf('error')).toEqual([])
  })

  it.each(['served', 'late'] as const)(
    'keeps the order around a component that comes later: %s',
    async (parts) => {
      await open('later', parts)
      expect(await said('map')).toEqual([200, 100])
      expect(await said('latitude')).toBeCloseTo(23.1)
      await said('shown')
      const frame = await frameOf('2')
      expect(await frame.evaluate(() => document.querySelector('#count')!.textContent)).toBe('2')
      expect(await eventsOf('error')).toEqual([])
    },
  )

  it('animates', async () => {
    await open('moving', 'late')
    expect(await said('width')).toBe(70)
  })

  it('runs its view scripts', async () => {
    await open('handled', 'late')
    expect(await said('wxs')).toBe(7)
    expect(await partsIn(await frameOf('handled'))).toEqual(['wxs'])
  })

  it('has a rich text editor', async () => {
    await open('edited')
    expect(await said('editor')).toBe('written')
  })

  it('goes on without a part that cannot be loaded, and says so', async () => {
    await open('later', 'missing')
    const frame = await frameOf('2')
    expect(await frame.evaluate(() => document.querySelectorAll('wx-map').length)).toBe(1)
    // It comes from the frame, by another way than what the worker says.
    await page.waitForFunction(() => sampanPreview.events.some(({ name }) => name === 'error'))
    const [error] = await eventsOf('error')
    expect(error!.detail.message).toContain('a script of the page could not be loaded (map)')
  })
})
