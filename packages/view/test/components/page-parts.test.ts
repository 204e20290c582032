import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tree } from './container-page'
import { markedPicture } from './marked-picture'
import { openTestPage, type TestPage } from './open-page'

let test: TestPage
beforeAll(async () => {
  test = await openTestPage(
    { '/files/p.svg': { type: 'image/svg+xml', body: markedPicture(40, 20) } },
    'form-page.ts',
  )
})
afterAll(() => test.close())

const details = async (name: string) => (await test.events(name)).map(({ detail }) => detail)
const names = async () => (await test.events()).map(({ name }) => name)

describe('the page', () => {
  it('holds the margins of what is in it, and needs no scrolling for them', async () => {
    await test.mount(['view', { style: 'margin: 20px 0; height: 10px' }])
    expect(await test.rect('body')).toMatchObject({ y: 0, height: 844 })
    expect(await test.rect('wx-view')).toMatchObject({ y: 20 })
    expect(await test.page.evaluate(() => document.documentElement.scrollHeight)).toBe(844)
  })
})

describe('icon', () => {
  it('draws each type in its colour and size', async () => {
    const types = [
      'success',
      'success_no_circle',
      'info',
      'warn',
      'waiting',
      'cancel',
      'download',
      'search',
      'clear',
      'circle',
      'info_circle',
      'waiting_circle',
      'success_circle',
    ]
    await test.mount(...types.map((type): [string, Record<string, unknown>] => ['icon', { type }]))
    const paths = await test.page.evaluate(() =>
      [...document.querySelectorAll('wx-icon')].map((icon) =>
        icon.shadowRoot!.querySelector('path')!.getAttribute('d'),
      ),
    )
    expect(new Set(paths).size).toBe(types.length)
    expect(paths.every((path) => path!.length > 20)).toBe(true)
    expect(await test.rect('wx-icon')).toMatchObject({ width: 23, height: 23 })
    await test.mount(['icon', { type: 'info', size: '80rpx', color: 'rgb(1, 2, 3)' }])
    expect((await test.rect('wx-icon')).width).toBeCloseTo(41.6, 1)
    expect(await test.page.locator('wx-icon >> svg').evaluate((node) => getComputedStyle(node).fill)).toBe(
      'rgb(1, 2, 3)',
    )
    await test.mount(['icon', { type: 'constructor' }])
    expect(await test.page.locator('wx-icon >> path').getAttribute('d')).toBe('')
  })
})

describe('view', () => {
  it('is hidden by whatever is true', async () => {
    const values = [true, 'false', 1, [0], {}, false, '', 0, null, undefined]
    await test.mount(...values.map((hidden): Tree => ['view', { hidden }, 'x']))
    const shown = await test.page
      .locator('wx-view')
      .evaluateAll((all) => all.map((one) => one.checkVisibility()))
    expect(shown).toEqual(values.map((value) => !value))
  })
})

describe('progress', () => {
  it('shows what a program puts over it', async () => {
    await test.mount(['progress', { percent: 1 }, ['text', { style: 'position: absolute' }, 'knob']])
    expect(await test.page.getByText('knob').isVisible()).toBe(true)
  })

  const shown = () => test.page.locator('wx-progress >> .info').textContent()

  it('fills at once, or in its time and tells the end', async () => {
    await test.mount([
      'progress',
      { percent: 40, 'show-info': true, 'stroke-width': '12', activeColor: 'rgb(1, 2, 3)' },
    ])
    expect(await shown()).toBe('40%')
    const bar = await test.page.locator('wx-progress >> .bar').boundingBox()
    const filled = await test.page.locator('wx-progress >> .filled').boundingBox()
    expect(filled!.width / bar!.width).toBeCloseTo(0.4)
    expect(bar!.height).toBe(12)
    expect(await details('activeend')).toEqual([])
    await test.set('wx-progress', { active: true, duration: 2, percent: 90 })
    expect((await test.waitForEvent('activeend')).detail).toEqual({ curPercent: 90 })
    expect(await shown()).toBe('90%')
  })

  it('forwards: goes on from where it is', async () => {
    await test.mount(['progress', { percent: 80, 'show-info': true }])
    await test.set('wx-progress', { active: true, 'active-mode': 'forwards', duration: 1, percent: 81 })
    const lowest = await test.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const info = harness.find('wx-progress').shadowRoot!.querySelector('.info')!
          let least = 100
          const look = () => {
            const percent = Number.parseInt(info.textContent!, 10)
            least = Math.min(least, percent)
            if (percent === 81) resolve(least)
            else requestAnimationFrame(look)
          }
          look()
        }),
    )
    expect(lowest).toBeGreaterThanOrEqual(80)
  })
})

describe('text', () => {
  const text = () => test.page.evaluate(() => document.querySelector('wx-text')!.textContent)

  it('breaks lines at line breaks and otherwise folds blanks', async () => {
    await test.mount(['text', { style: 'line-height: 20px' }, 'a  b\nc'], ['view', {}, 'a  b\nc'])
    expect((await test.page.locator('wx-text').evaluate((node) => node.getClientRects().length)) > 0).toBe(
      true,
    )
    expect((await test.rect('wx-text')).height).toBeGreaterThan(35)
  })

  it('shows blanks and entities as space and decode say, and goes on doing so', async () => {
    await test.mount(['text', {}, 'a b &lt;&amp;&nbsp;c\\nd\n'])
    await test.page.evaluate(() => {
      const element = document.querySelector('wx-text') as HTMLElement
      const properties: Record<string, unknown> = { space: 'ensp', decode: true }
      Object.assign(window, { properties, text: formHarness.attachText(element, () => properties) })
    })
    expect(await text()).toBe('a\u2002b\u2002<&\u00a0c\\nd\n')
    await test.page.evaluate(
      () => void (document.querySelector('wx-text')!.firstChild!.nodeValue = 'x y &gt;'),
    )
    expect(await text()).toBe('x\u2002y\u2002>')
    await test.page.evaluate(() => {
      const { properties, text: attached } = window as unknown as {
        properties: Record<string, unknown>
        text: { refresh(): void }
      }
      Object.assign(properties, { space: undefined, decode: false, 'max-lines': 1 })
      attached.refresh()
    })
    expect(await text()).toBe('x y &gt;')
    expect(
      await test.page.locator('wx-text').evaluate((node) => getComputedStyle(node).webkitLineClamp),
    ).toBe('1')
  })
})

describe('stand-ins', () => {
  it('open-data shows nobody, in the language of the page or its own', async () => {
    await test.mount(
      ['open-data', { type: 'userNickName', lang: 'en' }],
      ['open-data', { type: 'userCity' }],
      ['open-data', { type: 'userAvatarUrl', style: 'display: block; width: 50px; height: 50px' }],
    )
    const shown = await test.page.evaluate(() =>
      [...document.querySelectorAll('wx-open-data')].map(
        (node) => node.shadowRoot!.querySelector('span')!.textContent,
      ),
    )
    expect(shown.slice(0, 2)).toEqual(['User', ''])
    expect(await test.page.locator('wx-open-data:nth-child(3) >> svg').boundingBox()).toMatchObject({
      width: 50,
      height: 50,
    })
    await test.set('wx-open-data', { lang: 'zh_CN' })
    expect(await test.page.locator('wx-open-data >> span').first().textContent()).toBe('用户')
    await test.set('wx-open-data', { 'default-text': 'Guest' })
    expect(await test.page.locator('wx-open-data >> span').first().textContent()).toBe('Guest')
  })

  it('a scene of xr-frame is an empty box that says so', async () => {
    await test.mount(['view', { id: 'page', style: 'height: 200px' }])
    await test.append('#page', ['xr-scene', {}, ['xr-node', {}, 'inside']])
    expect(await test.rect('wx-xr-scene')).toMatchObject({ height: 200 })
    expect(await test.page.getByRole('note').textContent()).toMatch(/xr-frame/)
    expect(await test.page.getByText('inside').isVisible()).toBe(false)
    expect(await details('ready')).toEqual([])
  })

  it('ads and official accounts are empty and say why', async () => {
    await test.mount(['view', { id: 'page' }])
    await test.append(
      '#page',
      ['ad', { 'unit-id': 'u' }],
      ['ad-custom', { 'unit-id': 'u' }],
      ['official-account', {}],
    )
    await test.waitForEvent('error', 3)
    expect(await details('error')).toEqual([
      { errCode: 1004, errMsg: 'no suitable ad' },
      { errCode: 1004, errMsg: 'no suitable ad' },
      { status: 4, errMsg: 'official-account:fail not supported' },
    ])
    expect((await test.rect('wx-ad')).height).toBe(0)
  })

  it('a functional page navigator fails in words', async () => {
    await test.mount(['functional-page-navigator', { name: 'requestPayment' }, 'pay'])
    await test.page.tap('wx-functional-page-navigator')
    expect(await details('fail')).toEqual([
      { errMsg: 'functional-page-navigator:fail functional pages are not supported' },
    ])
  })
})

describe('cover-view and cover-image', () => {
  it('load and scroll', async () => {
    await test.mount(
      ['cover-image', { src: '/p.svg', style: 'width: 50px; height: 50px' }],
      [
        'cover-view',
        { style: 'height: 50px; overflow-y: scroll', 'scroll-top': 30 },
        ['view', { style: 'height: 200px' }],
      ],
    )
    expect((await test.waitForEvent('load')).detail).toEqual({ width: 40, height: 20 })
    expect(await test.page.evaluate(() => harness.find('wx-cover-view').scrollTop)).toBe(30)
    await test.set('wx-cover-image', { src: '/none.svg' })
    await test.waitForEvent('error')
    const broken = await test.page.evaluate(() => {
      const image = harness.find('wx-cover-image').shadowRoot!.querySelector('img')!
      return getComputedStyle(image).display
    })
    expect(broken).toBe('none')
  })
})

describe('page-container', () => {
  it('comes and goes with its events, and going back closes it', async () => {
    await test.mount([
      'page-container',
      { duration: 30, round: true, 'custom-style': 'background: rgb(1, 2, 3)' },
      ['view', { style: 'height: 100px' }, 'inside'],
    ])
    await test.set('wx-page-container', { show: true })
    await test.waitForEvent('afterenter')
    expect(await names()).toEqual(['beforeenter', 'enter', 'afterenter'])
    const panel = test.page.locator('wx-page-container >> .panel')
    expect(await panel.evaluate((node) => getComputedStyle(node).backgroundColor)).toBe('rgb(1, 2, 3)')
    await expect.poll(async () => (await panel.boundingBox())!.y).toBe(744)
    await test.clear()
    await test.page.evaluate(() => harness.widgets[0]!.onEvent!('back', undefined))
    await test.waitForEvent('afterleave')
    expect(await names()).toEqual(['beforeleave', 'leave', 'show', 'afterleave'])
    expect(await panel.isVisible()).toBe(false)
    expect(await test.page.evaluate(() => harness.widgets[0]!.closed)).toBe(true)
  })

  it('closes by a tap beside it', async () => {
    await test.mount([
      'page-container',
      { duration: 0, show: true, position: 'right' },
      ['view', { style: 'width: 100px' }, 'inside'],
    ])
    await test.page.mouse.click(50, 300)
    await test.waitForEvent('afterleave')
    expect(await names()).toEqual(
      expect.arrayContaining(['clickoverlay', 'beforeleave', 'leave', 'afterleave']),
    )
  })
})

describe('root-portal', () => {
  it('takes its children out of clipping and transforms while it is enabled', async () => {
    const inside = [
      'view',
      { id: 'in', style: 'position: fixed; left: 0; top: 0; width: 10px; height: 10px' },
    ] as const
    await test.mount([
      'view',
      { id: 'frame', style: 'transform: translate(50px, 50px); overflow: hidden' },
      ['root-portal', {}, [...inside]],
    ])
    expect(await test.rect('#in')).toMatchObject({ x: 0, y: 0 })
    await test.append('wx-root-portal', ['view', { id: 'more' }])
    expect(await test.page.evaluate(() => document.querySelector('#more')!.parentElement!.localName)).toBe(
      'wx-root-portal-content',
    )
    await test.set('wx-root-portal', { enable: false })
    expect(await test.rect('#in')).toMatchObject({ x: 50, y: 50 })
    await test.set('wx-root-portal', { enable: true })
    await test.remove('#frame')
    expect(await test.page.locator('#in').count()).toBe(0)
  })
})

describe('page-meta and navigation-bar', () => {
  it('say what the template sets', async () => {
    await test.mount(['view', { id: 'page' }])
    await test.append('#page', [
      'page-meta',
      { 'page-style': 'color: red', 'background-color': '#eee' },
      ['navigation-bar', { title: 'Title', loading: true, 'front-color': '#000000' }],
    ])
    expect(await details('pagemeta')).toEqual([{ pageStyle: 'color: red', backgroundColor: '#eee' }])
    expect(await details('navigationbar')).toEqual([{ title: 'Title', loading: true, frontColor: '#000000' }])
    await test.set('wx-navigation-bar', { title: 'Other' })
    expect((await details('navigationbar')).at(-1)).toMatchObject({ title: 'Other' })
  })

  it('scroll the page and report it', async () => {
    await test.mount(['page-meta', {}], ['view', { style: 'height: 3000px' }])
    await test.set('wx-page-meta', { 'scroll-top': '200px', 'scroll-duration': 0 })
    expect(await details('scrolldone')).toEqual([{}])
    expect((await test.waitForEvent('scroll')).detail).toEqual({ scrollTop: 200 })
    await test.page.setViewportSize({ width: 400, height: 700 })
    expect((await test.waitForEvent('resize')).detail).toEqual({
      size: { windowWidth: 400, windowHeight: 700 },
    })
    await test.page.setViewportSize({ width: 390, height: 844 })
  })
})

describe('match-media', () => {
  it('shows its children in windows that fit', async () => {
    await test.mount([
      'match-media',
      { 'min-width': 300, 'max-width': 395 },
      ['view', { id: 'in' }, 'narrow'],
    ])
    expect(await test.page.locator('#in').isVisible()).toBe(true)
    await test.page.setViewportSize({ width: 600, height: 844 })
    await expect.poll(() => test.page.locator('#in').isVisible()).toBe(false)
    await test.set('wx-match-media', { 'max-width': undefined, orientation: 'portrait' })
    expect(await test.page.locator('#in').isVisible()).toBe(true)
    await test.page.setViewportSize({ width: 390, height: 844 })
  })
})
