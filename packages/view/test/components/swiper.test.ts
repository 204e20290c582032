import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tree } from './container-page'
import { openTestPage, type TestPage } from './open-page'

let test: TestPage
beforeAll(async () => {
  test = await openTestPage()
})
afterAll(() => test.close())

const colours = ['#7aa7d9', '#d98f7a', '#8fc98a', '#d9c97a', '#b28fd9']
const slides = (count: number): Tree[] =>
  Array.from({ length: count }, (_, i) => [
    'swiper-item',
    { id: `slide${i}`, 'item-id': `item-${i}` },
    ['view', { style: `height:100%;background:${colours[i % 5]}` }, `slide ${i}`],
  ])
const swiper = (attributes: Record<string, unknown>, count = 4): Tree => [
  'swiper',
  { duration: 100, ...attributes },
  ...slides(count),
]
const left = async (id: string) => Math.round((await test.rect(id)).x)
const top = async (id: string) => Math.round((await test.rect(id)).y)

describe('swiper: layout', () => {
  it('is 150px high and shows the current slide, also one that was asked for before it was there', async () => {
    await test.mount(['swiper', { current: 2, 'indicator-dots': true }])
    expect((await test.rect('wx-swiper')).height).toBe(150)
    await test.append('wx-swiper', ...slides(4))
    expect(await left('#slide2')).toBe(0)
    expect(await left('#slide3')).toBe(390)
    expect(await test.rect('#slide2')).toMatchObject({ width: 390, height: 150 })
    expect(await test.events()).toEqual([])
    await test.screenshot('swiper-dots')
  })

  it('margins, several slides at once, snap-to-edge and vertical', async () => {
    await test.mount(
      swiper({ id: 'margins', 'previous-margin': '20px', 'next-margin': '75rpx', current: 1 }),
      swiper({ id: 'edge', 'previous-margin': '20px', 'next-margin': 40, 'snap-to-edge': true }),
      swiper({ id: 'three', 'display-multiple-items': 3, 'indicator-dots': true }, 5),
      swiper({ id: 'down', vertical: true, 'indicator-dots': true, current: 1 }),
    )
    expect(await test.rect('#margins #slide1')).toMatchObject({ x: 20, width: 331 })
    expect(await left('#margins #slide0')).toBe(-311)
    expect(await left('#edge #slide0')).toBe(0)
    await test.set('#edge', { current: 3 })
    await test.waitForEvent('animationfinish')
    expect(await test.rect('#edge #slide3')).toMatchObject({ x: 60, width: 330 })
    expect(await left('#three #slide2')).toBe(260)
    expect((await top('#down #slide1')) - (await top('#down'))).toBe(0)
    await test.screenshot('swiper-layouts')
    await test.set('#three', { current: 4 })
    expect((await test.waitForEvent('change', 2)).detail).toMatchObject({ current: 2 })
  })

  it('keeps its slide when its parent is hidden, shown or resized', async () => {
    await test.mount([
      'view',
      { id: 'parent', style: 'display:none' },
      swiper({ current: 1, 'previous-margin': 10 }),
    ])
    await test.set('wx-swiper', { current: 2 })
    await test.set('#parent', { style: 'width:200px' })
    expect(await test.rect('#slide2')).toMatchObject({ x: 10, width: 190 })
    await test.set('#parent', { style: 'width:300px' })
    expect(await test.rect('#slide2')).toMatchObject({ x: 10, width: 290 })
  })

  it('follows slides that come and go', async () => {
    await test.mount(swiper({ current: 2 }))
    await test.remove('#slide3')
    expect(await left('#slide2')).toBe(0)
    expect(await test.events('change')).toEqual([])
    await test.remove('#slide2')
    expect((await test.waitForEvent('change')).detail).toEqual({
      current: 1,
      currentItemId: 'item-1',
      source: '',
    })
    expect(await left('#slide1')).toBe(0)
    await test.append('wx-swiper', ['swiper-item', { id: 'new' }])
    expect(await left('#new')).toBe(390)
  })

  it('reaches slides inside the host of a component and leaves their styles alone', async () => {
    await test.mount([
      'swiper',
      { current: 1 },
      ['card', {}, ['swiper-item', { id: 'a' }]],
      ['card', {}, ['swiper-item', { id: 'b', 'item-id': 'bb', style: 'transform:none' }]],
    ])
    expect(await test.rect('#b')).toMatchObject({ x: 0, width: 390, height: 150 })
    await test.set('#b', { style: 'color:red' })
    expect(await test.rect('#b')).toMatchObject({ x: 0, width: 390, height: 150 })
  })
})

describe('swiper: changes by the program', () => {
  it('current animates and reports', async () => {
    await test.mount(swiper({}))
    await test.set('wx-swiper', { current: 3 })
    expect((await test.waitForEvent('change')).detail).toEqual({
      current: 3,
      currentItemId: 'item-3',
      source: '',
    })
    expect((await test.waitForEvent('animationfinish')).detail).toEqual({
      current: 3,
      currentItemId: 'item-3',
      source: '',
    })
    expect(await left('#slide3')).toBe(0)
    expect((await test.events()).find((event) => event.kind === 'model')).toMatchObject({
      name: 'current',
      detail: 3,
    })
    const moves = (await test.events('transition')).map((event) => (event.detail as { dx: number }).dx)
    expect(moves.at(-1)).toBe(1170)
    expect([...moves].sort((a, b) => a - b)).toEqual(moves)
  })

  it('current-item-id chooses a slide', async () => {
    await test.mount(swiper({ 'current-item-id': 'item-2' }))
    expect(await left('#slide2')).toBe(0)
    await test.set('wx-swiper', { 'current-item-id': 'item-1' })
    expect((await test.waitForEvent('change')).detail).toMatchObject({ current: 1 })
  })

  it('autoplay goes round and round', async () => {
    await test.mount(swiper({ autoplay: true, interval: 60, duration: 20, circular: true }, 3))
    await test.waitForEvent('change', 4)
    const events = (await test.events('change')).map(
      (event) => event.detail as { current: number; source: string },
    )
    expect(events.slice(0, 4).map((event) => event.current)).toEqual([1, 2, 0, 1])
    expect(events.every((event) => event.source === 'autoplay')).toBe(true)
  })

  it('an echo of an older change does not pull it back', async () => {
    await test.mount(swiper({ current: 0, duration: 0 }))
    await test.swipe([350, 80], [100, 80])
    await test.waitForEvent('change')
    const seq = await test.page.evaluate(() => harness.seq())
    await test.swipe([350, 80], [100, 80])
    await test.waitForEvent('change', 2)
    await test.page.evaluate((value) => harness.setAck(value), seq)
    await test.set('wx-swiper', { current: 1 })
    expect(await left('#slide2')).toBe(0)
    await test.page.evaluate(() => harness.setAck(undefined))
    await test.set('wx-swiper', { current: 2 })
    await test.set('wx-swiper', { current: 0 })
    expect((await test.waitForEvent('change', 3)).detail).toMatchObject({ current: 0 })
  })
})

describe('swiper: drags', () => {
  it('a finger swipes to the next slide, the mouse back', async () => {
    await test.mount(swiper({}))
    await test.swipe([300, 80], [100, 80])
    expect((await test.waitForEvent('change')).detail).toEqual({
      current: 1,
      currentItemId: 'item-1',
      source: 'touch',
    })
    await test.waitForEvent('animationfinish')
    expect(await left('#slide1')).toBe(0)
    await test.page.mouse.move(50, 80)
    await test.page.mouse.down()
    await test.page.mouse.move(330, 80, { steps: 5 })
    await test.page.mouse.up()
    expect((await test.waitForEvent('change', 2)).detail).toMatchObject({ current: 0, source: 'touch' })
  })

  it('a small drag falls back without a change', async () => {
    await test.mount(swiper({}))
    await test.page.mouse.move(300, 80)
    await test.page.mouse.down()
    await test.page.mouse.move(250, 80, { steps: 3 })
    expect(await left('#slide0')).toBe(-50)
    await test.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
    await test.page.mouse.up()
    await test.waitForEvent('animationfinish')
    expect(await left('#slide0')).toBe(0)
    expect(await test.events('change')).toEqual([])
  })

  it('beyond the ends it resists; a ring goes on', async () => {
    await test.mount(swiper({}, 2))
    await test.page.mouse.move(50, 80)
    await test.page.mouse.down()
    await test.page.mouse.move(370, 80, { steps: 5 })
    expect(await left('#slide0')).toBeLessThan(195)
    await test.page.mouse.up()
    await test.waitForEvent('animationfinish')
    expect(await test.events('change')).toEqual([])

    await test.mount(swiper({ circular: true }, 2))
    for (const [from, to, current] of [
      [50, 350, 1],
      [50, 350, 0],
      [350, 50, 1],
    ] as const) {
      await test.clear()
      await test.swipe([from, 80], [to, 80])
      expect((await test.waitForEvent('change')).detail).toMatchObject({ current })
      await test.waitForEvent('animationfinish')
      expect(await left(`#slide${current}`)).toBe(0)
    }
  })

  it('lets the page scroll across its direction, and a nested swiper of the other direction move', async () => {
    await test.mount(
      [
        'swiper',
        { id: 'outer', vertical: true, style: 'height:400px', duration: 50 },
        ['swiper-item', {}, ['swiper', { id: 'inner', duration: 50 }, ...slides(3)]],
        ['swiper-item', {}],
      ],
      ['view', { style: 'height:2000px' }],
    )
    await test.swipe([300, 80], [60, 84])
    expect((await test.waitForEvent('change')).target).toBe('inner')
    await test.swipe([200, 140], [200, 10])
    expect((await test.waitForEvent('change', 2)).target).toBe('outer')
    await test.mount(swiper({}), ['view', { style: 'height:2000px' }])
    await test.swipe([200, 140], [200, 20])
    await test.page.waitForFunction(() => scrollY > 50)
    expect(await test.events('change')).toEqual([])
    await test.page.evaluate(() => scrollTo(0, 0))
  })

  it('disable-touch keeps it still', async () => {
    await test.mount(swiper({ 'disable-touch': true }))
    await test.swipe([300, 80], [100, 80])
    expect(await left('#slide0')).toBe(0)
    expect(await test.events('transition')).toEqual([])
  })
})
