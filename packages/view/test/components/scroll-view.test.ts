import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tree } from './container-page'
import { openTestPage, type TestPage } from './open-page'

let test: TestPage
beforeAll(async () => {
  test = await openTestPage()
})
afterAll(() => test.close())

const colours = ['#7aa7d9', '#d98f7a', '#8fc98a', '#d9c97a', '#b28fd9']
const rows = (count: number): Tree[] =>
  Array.from({ length: count }, (_, i) => [
    'view',
    { id: `row${i}`, style: `height:100px;background:${colours[i % colours.length]}` },
    `row ${i}`,
  ])
const columns = (count: number): Tree[] =>
  Array.from({ length: count }, (_, i) => [
    'view',
    {
      id: `col${i}`,
      style: `display:inline-block;width:100px;height:60px;background:${colours[i % colours.length]}`,
    },
  ])
const position = () =>
  test.page.evaluate(() => {
    const { scrollTop, scrollLeft } = harness.find('wx-scroll-view').scrollPosition!()
    return [scrollLeft, scrollTop]
  })
const settled = (axis: 0 | 1, value: number) =>
  test.page.waitForFunction(
    ([index, wanted]) => {
      const { scrollTop, scrollLeft } = harness.find('wx-scroll-view').scrollPosition!()
      return Math.abs([scrollLeft, scrollTop][index]! - wanted) < 1
    },
    [axis, value] as const,
  )

describe('scroll-view: places', () => {
  it('scroll-top and scroll-left scroll, and again only when their value changes', async () => {
    await test.mount([
      'scroll-view',
      { 'scroll-y': true, 'scroll-top': 120, style: 'height:300px' },
      ...rows(10),
    ])
    expect(await position()).toEqual([0, 120])
    await test.page.evaluate(() =>
      harness.find('wx-scroll-view').shadowRoot!.querySelector('.scroller')!.scrollBy(0, 50),
    )
    await test.set('wx-scroll-view', { 'scroll-top': 120 })
    expect(await position()).toEqual([0, 170])
    await test.set('wx-scroll-view', { 'scroll-top': '75rpx' })
    expect(await position()).toEqual([0, 39])
  })

  it('scroll-into-view shows the child, with offset, alignment and animation', async () => {
    await test.mount([
      'scroll-view',
      { 'scroll-y': true, 'scroll-into-view': 'row3', style: 'height:300px' },
      ...rows(10),
    ])
    expect(await position()).toEqual([0, 300])
    await test.set('wx-scroll-view', { 'scroll-into-view': 'row5', 'scroll-into-view-offset': -20 })
    expect(await position()).toEqual([0, 480])
    await test.set('wx-scroll-view', {
      'scroll-into-view': 'row6',
      'scroll-into-view-offset': 0,
      'scroll-into-view-alignment': 'center',
    })
    expect(await position()).toEqual([0, 500])
    await test.set('wx-scroll-view', {
      'scroll-into-view': 'row1',
      'scroll-into-view-alignment': 'start',
      'scroll-with-animation': true,
    })
    expect((await position())[1]).toBeGreaterThan(100)
    await settled(1, 100)
  })

  it('keeps a position that was set while it was hidden', async () => {
    await test.mount([
      'view',
      { id: 'parent', style: 'display:none' },
      ['scroll-view', { 'scroll-y': true, 'scroll-top': 200, style: 'height:300px' }, ...rows(10)],
    ])
    await test.set('#parent', { style: '' })
    await settled(1, 200)
  })

  it('scrolls sideways and lays out as flex when asked', async () => {
    await test.mount(
      ['scroll-view', { 'scroll-x': true, style: 'white-space:nowrap', 'scroll-left': 150 }, ...columns(8)],
      [
        'scroll-view',
        {
          'scroll-x': true,
          'enable-flex': true,
          id: 'flex',
          style: 'display:flex;flex-direction:row;height:80px',
        },
        ...columns(3).map((c) => c),
      ],
    )
    expect(await position()).toEqual([150, 0])
    const tops = await test.page.$$eval('#flex > wx-view', (all) =>
      all.map((each) => each.getBoundingClientRect().top),
    )
    expect(new Set(tops).size).toBe(1)
  })

  it('enable-flex makes its own display: flex that of its children, and implies it sideways', async () => {
    const boxes = async () =>
      test.page.$$eval('wx-scroll-view > wx-view', (all) =>
        all.map((each) => [each.getBoundingClientRect().x, each.getBoundingClientRect().width]),
      )
    const row = (attributes: Record<string, unknown>): Tree => [
      'scroll-view',
      { 'scroll-x': true, 'enable-flex': true, ...attributes },
      ...rows(3).map((text): Tree => ['view', { style: 'width:200px;height:50px' }, text]),
    ]
    await test.mount(row({ style: 'display:flex' }))
    expect(await boxes()).toEqual([
      [0, 130],
      [130, 130],
      [260, 130],
    ])
    for (const implied of [{ style: 'flex-direction:row' }, { style: 'display:flex', type: 'list' }]) {
      await test.mount(row(implied))
      expect(await boxes()).toEqual([
        [0, 200],
        [200, 200],
        [400, 200],
      ])
    }
  })

  it('max-height, percentages of children and padding work as in a scroller with its own box', async () => {
    await test.mount(
      ['scroll-view', { 'scroll-y': true, id: 'max', style: 'max-height:150px' }, ...rows(4)],
      [
        'scroll-view',
        { 'scroll-y': true, id: 'pad', style: 'height:200px;padding:20px;box-sizing:border-box' },
        ['view', { id: 'full', style: 'height:100%' }],
      ],
    )
    expect(await test.rect('#max')).toMatchObject({ height: 150 })
    expect(await test.rect('#full')).toMatchObject({ height: 160, width: 350 })
  })
})

describe('scroll-view: events', () => {
  it('wheel scrolling reports scroll, and each end once per visit', async () => {
    await test.mount(['scroll-view', { 'scroll-y': true, style: 'height:300px' }, ...rows(6)])
    await test.page.mouse.move(100, 100)
    await test.page.mouse.wheel(0, 400)
    const lower = await test.waitForEvent('scrolltolower')
    expect(lower.detail).toEqual({ direction: 'bottom' })
    await settled(1, 300)
    const scrolls = (await test.events('scroll')).map((event) => event.detail as Record<string, number>)
    expect(scrolls.at(-1)).toMatchObject({
      scrollTop: 300,
      scrollLeft: 0,
      scrollHeight: 600,
      scrollWidth: 390,
    })
    expect(scrolls.reduce((sum, each) => sum + each.deltaY!, 0)).toBe(-300)
    await test.page.mouse.wheel(0, -600)
    expect((await test.waitForEvent('scrolltoupper')).detail).toEqual({ direction: 'top' })
    expect(await test.events('scrolltolower')).toHaveLength(1)
  })

  it('the lower end is reported again after the list has grown', async () => {
    await test.mount([
      'scroll-view',
      { 'scroll-y': true, 'lower-threshold': 20, style: 'height:300px' },
      ...rows(4),
    ])
    await test.page.mouse.move(100, 100)
    await test.page.mouse.wheel(0, 400)
    await test.waitForEvent('scrolltolower')
    await test.append('wx-scroll-view', ...rows(3))
    await test.page.mouse.wheel(0, 800)
    await test.waitForEvent('scrolltolower', 2)
  })

  it('does not report scroll when nobody listens', async () => {
    await test.page.evaluate(() => harness.notWanted.add('scroll'))
    await test.mount([
      'scroll-view',
      { 'scroll-y': true, 'scroll-top': 0, style: 'height:300px' },
      ...rows(6),
    ])
    await test.page.mouse.wheel(0, 900)
    await test.waitForEvent('scrolltolower')
    expect(await test.events('scroll')).toEqual([])
    await test.page.evaluate(() => harness.notWanted.clear())
  })

  it('a finger drags it, and enhanced reports the drag', async () => {
    await test.mount([
      'scroll-view',
      { 'scroll-y': true, enhanced: true, style: 'height:300px' },
      ...rows(10),
    ])
    await test.swipe([200, 250], [200, 60])
    await test.waitForEvent('dragend')
    expect((await position())[1]).toBeGreaterThan(100)
    const names = (await test.events()).map((event) => event.name).filter((name) => name.startsWith('drag'))
    expect([names[0], names[1], names.at(-1)]).toEqual(['dragstart', 'dragging', 'dragend'])
    expect((await test.waitForEvent('dragend')).detail).toMatchObject({ scrollLeft: 0, velocity: { x: 0 } })
  })

  it('the mouse drags it like a finger', async () => {
    await test.mount(['scroll-view', { 'scroll-x': true, style: 'white-space:nowrap' }, ...columns(12)])
    await test.page.mouse.move(300, 30)
    await test.page.mouse.down()
    await test.page.mouse.move(200, 32, { steps: 4 })
    expect(await position()).toEqual([100, 0])
    await test.page.mouse.up()
  })

  it('paging-enabled comes to rest on whole pages', async () => {
    await test.mount([
      'scroll-view',
      { 'scroll-y': true, enhanced: true, 'paging-enabled': true, style: 'height:300px' },
      ...rows(12),
    ])
    await test.page.mouse.move(200, 280)
    await test.page.mouse.down()
    await test.page.mouse.move(200, 80, { steps: 4 })
    await test.page.mouse.up()
    await settled(1, 300)
  })
})

describe('scroll-view: pull to refresh', () => {
  const refreshing = (attributes: Record<string, unknown> = {}, ...more: Tree[]): Tree => [
    'scroll-view',
    {
      'scroll-y': true,
      'refresher-enabled': true,
      'refresher-threshold': 80,
      style: 'height:400px',
      ...attributes,
    },
    ...more,
    ...rows(8),
  ]

  it('a long pull refreshes until the program ends it', async () => {
    await test.mount(refreshing({ 'refresher-triggered': false, 'refresher-background': '#cfe8cf' }))
    await test.swipe([200, 50], [200, 300], { hold: true })
    await test.screenshot('scroll-view-pulling')
    expect((await test.waitForEvent('refresherpulling')).detail).toMatchObject({ dy: expect.any(Number) })
    await test.touchEnd()
    await test.waitForEvent('refresherrefresh')
    expect(await test.events('refresherrestore')).toEqual([])
    await test.set('wx-scroll-view', { 'refresher-triggered': false })
    await test.waitForEvent('refresherrestore')
    expect((await test.rect('#row0')).y).toBe(0)
  })

  it('a short pull is given up', async () => {
    await test.mount(refreshing())
    await test.swipe([200, 50], [200, 110])
    await test.waitForEvent('refresherabort')
    expect(await test.events('refresherrefresh')).toEqual([])
  })

  it('refresher-triggered opens and closes it from the program, with an own refresher', async () => {
    await test.mount(
      refreshing({ 'refresher-default-style': 'none' }, [
        'view',
        { slot: 'refresher', id: 'own', style: 'height:80px;background:#ecbdf0' },
        'own refresher',
      ]),
    )
    expect((await test.rect('#own')).height).toBe(80)
    await test.set('wx-scroll-view', { 'refresher-triggered': true })
    await test.waitForEvent('refresherrefresh')
    await test.page.waitForFunction(() => harness.find('#row0').getBoundingClientRect().y === 80)
    await test.screenshot('scroll-view-refresher')
    expect((await test.rect('#own')).y).toBe(0)
    await test.set('wx-scroll-view', { 'refresher-triggered': false })
    await test.waitForEvent('refresherrestore')
  })

  it('the mouse pulls it as well', async () => {
    await test.mount(refreshing())
    await test.page.mouse.move(200, 20)
    await test.page.mouse.down()
    await test.page.mouse.move(200, 260, { steps: 6 })
    await test.page.mouse.up()
    await test.waitForEvent('refresherrefresh')
  })
})

describe('scroll-view: context', () => {
  it('scrollTo, scrollIntoView, triggerRefresh and closeRefresh', async () => {
    await test.mount([
      'scroll-view',
      { 'scroll-y': true, enhanced: true, 'refresher-enabled': true, style: 'height:300px' },
      ...rows(10),
    ])
    await test.call('wx-scroll-view', 'scrollTo', { top: 250, animated: false })
    expect(await position()).toEqual([0, 250])
    await test.call('wx-scroll-view', 'scrollTo', { top: 100, duration: 100 })
    await settled(1, 100)
    await test.call('wx-scroll-view', 'scrollIntoView', '#row6', { animated: false, alignment: 'end' })
    expect(await position()).toEqual([0, 400])
    await test.call('wx-scroll-view', 'triggerRefresh', {})
    await test.waitForEvent('refresherrefresh')
    await test.call('wx-scroll-view', 'closeRefresh')
    await test.waitForEvent('refresherrestore')
    await test.call('wx-scroll-view', 'set', { scrollEnabled: false })
    await test.page.mouse.wheel(0, 200)
    expect(await position()).toEqual([0, 400])
    await expect(test.call('wx-scroll-view', 'constructor')).rejects.toThrow(
      'scroll-view has no method constructor',
    )
  })
})
