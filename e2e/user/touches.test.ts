import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { serveProject, type ServedProject, writeProject } from '@sampan/testing'
import { type Browser, chromium, type Frame, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface PreviewEvent {
  name: string
  detail: { args?: unknown[] }
}
declare const sampanPreview: { events: PreviewEvent[] }

/** Every handler tells what it got. */
const TELL = `const tell = (event) => console.log('TOLD ' + JSON.stringify(event));`

const PAGES: Record<string, { wxml: string; js: string; json?: object }> = {
  places: {
    wxml: `<view style="height:100px"/>
      <view id="outer" style="position:relative;margin-left:20px;padding:10px" bindtap="tell" bindtouchstart="tell" bindtouchend="tell">
        <view id="inner" style="margin:7px 0 0 30px;width:100px;height:50px">inner</view>
      </view>
      <card><view id="slotted" bindtap="tell">slotted</view></card>`,
    json: { usingComponents: { card: '/card/card' } },
    js: `${TELL} Page({ tell })`,
  },
  canvas: {
    wxml: `<canvas canvas-id="c" id="c" style="margin:50px 0 0 40px;width:200px;height:200px" bindtouchstart="tell" bindtouchmove="tell" bindtouchend="tell" bindtap="tell"/>`,
    js: `${TELL} Page({ tell })`,
  },
  virtual: {
    wxml: `<row id="first" name="first"/><row id="second" name="second"/>`,
    json: { usingComponents: { row: '/row/row' } },
    js: `Page({})`,
  },
  popup: {
    wxml: `<view style="height:2000px">page</view>
      <view id="mask" catchtouchmove="nothing" style="position:fixed;left:0;right:0;top:0;bottom:0">
        <scroll-view id="list" scroll-y style="position:absolute;bottom:0;height:300px">
          <view style="height:1000px">list</view>
        </scroll-view>
      </view>`,
    js: `Page({ nothing() {} })`,
  },
}

let browser: Browser
let served: ServedProject
let project: ReturnType<typeof writeProject>

beforeAll(async () => {
  const files: Record<string, string> = {
    'app.json': JSON.stringify({ pages: Object.keys(PAGES).map((name) => `pages/${name}/${name}`) }),
    'app.js': 'App({})',
    'card/card.json': '{"component":true}',
    'card/card.js': 'Component({})',
    'card/card.wxml': '<view style="margin:15px"><slot/></view>',
    'row/row.json': '{"component":true}',
    'row/row.js': `Component({ options: { virtualHost: true }, properties: { name: String },
      methods: { told(event) { console.log('TOLD ' + JSON.stringify({ ...event, name: this.data.name })) } } })`,
    'row/row.wxml': `<wxs module="m" src="./row.wxs"/>
      <view bindtap="{{m.tap}}" style="height:40px"><view id="inside">{{name}}</view></view>`,
    'row/row.wxs': `module.exports = { tap: function (event, owner) {
      var state = owner.getState(); state.taps = (state.taps || 0) + 1;
      owner.selectComponent('#inside').setStyle({ width: state.taps * 10 + 'px' });
      owner.callMethod('told', { taps: state.taps })
    } }`,
  }
  for (const [name, page] of Object.entries(PAGES)) {
    files[`pages/${name}/${name}.js`] = page.js
    files[`pages/${name}/${name}.wxml`] = page.wxml
    files[`pages/${name}/${name}.json`] = JSON.stringify(page.json ?? {})
  }
  project = writeProject(files)
  served = await serveProject(project.folder)
  const { path: executablePath } = await findBrowser({ install: true })
  browser = await chromium.launch({ executablePath, args: browserArguments() })
})

afterAll(async () => {
  await browser?.close()
  served?.stop()
  project?.remove()
})

interface Opened {
  page: Page
  frame: Frame
  touch(type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [x: number, y: number][]): Promise<void>
  /** What the handlers told, oldest first, once there are as many. */
  told(count: number): Promise<ToldEvent[]>
  close(): Promise<void>
}

interface ToldTarget {
  id: string
  offsetLeft: number
  offsetTop: number
}
interface ToldEvent {
  type: string
  target: ToldTarget
  currentTarget: ToldTarget
  detail: unknown
  touches: Record<string, number>[]
  changedTouches: Record<string, number>[]
}

async function open(name: string, hasTouch = true): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch })
  const page = await context.newPage()
  await page.goto(served.previewUrl(`pages/${name}/${name}`))
  await page.waitForFunction(() => sampanPreview.events.some((event) => event.name === 'painted'))
  const iframe = await page.$('mini-program .page:not(.waiting) iframe')
  const session = await context.newCDPSession(page)
  return {
    page,
    frame: (await iframe!.contentFrame())!,
    async touch(type, ...points) {
      const touchPoints = points.map(([x, y]) => ({ x, y }))
      await session.send('Input.dispatchTouchEvent', { type, touchPoints })
    },
    async told(count) {
      const found = await page.waitForFunction((least) => {
        const texts = sampanPreview.events.flatMap(({ name, detail }) => {
          const first = name === 'console' ? detail.args?.[0] : undefined
          return typeof first === 'string' && first.startsWith('TOLD ') ? [first.slice(5)] : []
        })
        return texts.length >= least && texts
      }, count)
      return ((await found.jsonValue()) as string[]).map((text) => JSON.parse(text) as ToldEvent)
    },
    close: () => context.close(),
  }
}

async function middleOf({ page, frame }: Opened, selector: string): Promise<[x: number, y: number]> {
  const outer = (await (await page.$('mini-program .page:not(.waiting) iframe'))!.boundingBox())!
  const [x, y] = await frame.evaluate((wanted) => {
    const box = document.querySelector(wanted)!.getBoundingClientRect()
    return [box.x + box.width / 2, box.y + box.height / 2] as const
  }, selector)
  return [outer.x + x, outer.y + y]
}

describe('touches', () => {
  it('say where their targets are on the page, and a tap brings its touch', async () => {
    const opened = await open('places')
    await opened.touch('touchStart', await middleOf(opened, '#inner'))
    await opened.touch('touchEnd')
    const [start, end, tap] = await opened.told(3)
    expect([start!.type, end!.type, tap!.type]).toEqual(['touchstart', 'touchend', 'tap'])
    for (const event of [start!, end!, tap!]) {
      expect(event.target).toMatchObject({ id: 'inner', offsetLeft: 40, offsetTop: 17 })
      expect(event.currentTarget).toMatchObject({ id: 'outer', offsetLeft: 20, offsetTop: 100 })
      expect(event.detail).toEqual({ x: 110, y: 142 })
    }
    expect([start!, end!, tap!].map(({ touches }) => touches.length)).toEqual([1, 0, 1])
    expect(tap!.touches[0]).toMatchObject({ pageX: 110, pageY: 142, clientX: 110, clientY: 142 })

    await opened.touch('touchStart', await middleOf(opened, '#slotted'))
    await opened.touch('touchEnd')
    const slotted = (await opened.told(4))[3]!
    expect(slotted.currentTarget).toMatchObject({ id: 'slotted', offsetLeft: 15, offsetTop: 192 })
    await opened.close()
  })

  it('count from the corner of a canvas', async () => {
    const opened = await open('canvas')
    const [x, y] = await middleOf(opened, '#c')
    await opened.touch('touchStart', [x, y])
    await opened.touch('touchEnd')
    await opened.touch('touchStart', [x, y])
    await opened.touch('touchMove', [x + 30, y + 40])
    await opened.touch('touchEnd')
    const told = await opened.told(6)
    expect(told.map(({ type, changedTouches: [{ x, y } = {}] }) => [type, x, y])).toEqual([
      ['touchstart', 100, 100],
      ['touchend', 100, 100],
      ['tap', 100, 100],
      ['touchstart', 100, 100],
      ['touchmove', 130, 140],
      ['touchend', 130, 140],
    ])
    expect(told[2]!.touches[0]).toMatchObject({ x: 100, y: 100, clientX: 140, clientY: 150 })
    await opened.close()
  })

  it('end when the mouse comes back without its button', async () => {
    const opened = await open('places', false)
    const [x, y] = await middleOf(opened, '#inner')
    await opened.page.mouse.move(x, y)
    await opened.page.mouse.down()
    // The frame of a program never hears of what happens on the bar above it.
    await opened.page.mouse.move(x, 10)
    await opened.page.mouse.up()
    await opened.page.mouse.move(x + 5, y)
    const told = await opened.told(2)
    expect(told.map(({ type, touches }) => [type, touches.length])).toEqual([
      ['touchstart', 1],
      ['touchend', 0],
    ])
    await opened.close()
  })

  it('scroll the list of a popup and not the page below it', async () => {
    const opened = await open('popup')
    const scrolled = () =>
      opened.frame.evaluate(() => {
        const list = document.querySelector<HTMLElement>('#list')!
        const { scrollTop } = (
          list as unknown as { scrollPosition(): { scrollTop: number } }
        ).scrollPosition()
        return [Math.round(scrollTop) > 0, scrollY]
      })
    const drag = async (from: [number, number]) => {
      await opened.touch('touchStart', from)
      for (let step = 1; step <= 5; step++) await opened.touch('touchMove', [from[0], from[1] - step * 20])
      await opened.touch('touchEnd')
    }
    await drag([100, 300])
    expect(await scrolled()).toEqual([false, 0])
    await drag(await middleOf(opened, '#list'))
    await expect.poll(scrolled).toEqual([true, 0])
    await opened.close()
  })
})

describe('WXS handlers', () => {
  it('of components without a host element know their own component', async () => {
    const opened = await open('virtual')
    for (const row of ['first', 'second', 'second']) {
      await opened.touch(
        'touchStart',
        await middleOf(opened, `body > wx-view:nth-child(${row === 'first' ? 1 : 2})`),
      )
      await opened.touch('touchEnd')
    }
    expect(await opened.told(3)).toEqual([
      { name: 'first', taps: 1 },
      { name: 'second', taps: 1 },
      { name: 'second', taps: 2 },
    ])
    const widths = await opened.frame.$$eval('#inside', (found) =>
      found.map((element) => (element as HTMLElement).style.width),
    )
    expect(widths).toEqual(['10px', '20px'])
    await opened.close()
  })
})
