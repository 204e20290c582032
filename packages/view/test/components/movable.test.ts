import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tree } from './container-page'
import { openTestPage, type TestPage } from './open-page'

let test: TestPage
beforeAll(async () => {
  test = await openTestPage()
})
afterAll(() => test.close())

const movable = (
  attributes: Record<string, unknown>,
  style = 'width:50px;height:50px;background:#07c160',
): Tree => [
  'movable-area',
  { style: 'width:200px;height:200px;background:#ccc' },
  ['movable-view', { direction: 'all', style, ...attributes }],
]
const corner = async () => {
  const { x, y } = await test.rect('wx-movable-view')
  return [Math.round(x), Math.round(y)]
}
const rests = (x: number, y: number) =>
  test.page.waitForFunction(
    ([left, top]) => {
      const rect = harness.find('wx-movable-view').getBoundingClientRect()
      return Math.abs(rect.x - left) < 0.5 && Math.abs(rect.y - top) < 0.5
    },
    [x, y] as const,
  )
/** The change events have come to their end, at this x. */
const toldX = (x: number) =>
  test.page.waitForFunction(
    (wanted) =>
      (harness.events.findLast(({ name }) => name === 'change')?.detail as { x: number })?.x === wanted,
    x,
  )
const drag = async (from: [number, number], to: [number, number]) => {
  await test.page.mouse.move(...from)
  await test.page.mouse.down()
  await test.page.mouse.move(...to, { steps: 6 })
}

describe('movable-view', () => {
  it('has its place from x and y, kept inside, and moves there when they change', async () => {
    await test.mount(movable({ x: 30, y: 20 }))
    expect(await corner()).toEqual([30, 20])
    await test.set('wx-movable-view', { x: 500, y: '80px' })
    await rests(150, 80)
    await toldX(150)
    const changes = await test.events('change')
    expect(changes.length).toBeGreaterThan(3)
    expect(changes.at(-1)!.detail).toEqual({ x: 150, y: 80, source: '' })
    await test.set('wx-movable-view', { animation: false, x: 0 })
    expect(await corner()).toEqual([0, 80])
  })

  it('follows finger and mouse inside its area', async () => {
    await test.mount(movable({}))
    await test.swipe([25, 25], [85, 65])
    expect(await corner()).toEqual([60, 40])
    expect((await test.waitForEvent('change')).detail).toMatchObject({ source: 'touch' })
    expect(await test.events('htouchmove')).toHaveLength(1)
    await drag([80, 60], [500, 500])
    expect(await corner()).toEqual([150, 150])
    await test.page.mouse.up()
  })

  it('keeps to its direction; none and disabled do not move', async () => {
    await test.mount(movable({ direction: 'horizontal' }))
    await drag([25, 25], [80, 40])
    await test.page.mouse.up()
    expect(await corner()).toEqual([55, 0])
    await test.mount(movable({ direction: 'none' }))
    await drag([25, 25], [80, 25])
    await test.page.mouse.up()
    expect(await corner()).toEqual([0, 0])
    await test.mount(movable({ disabled: true }))
    await test.swipe([25, 25], [80, 25])
    expect(await corner()).toEqual([0, 0])
  })

  it('out-of-bounds stretches over the edge and comes back', async () => {
    await test.mount(movable({ 'out-of-bounds': true, x: 20 }))
    await test.waitForEvent('change')
    await test.clear()
    await drag([40, 25], [-10, 25])
    const [x] = await corner()
    expect(x).toBeLessThan(-5)
    expect(x).toBeGreaterThan(-30)
    await test.page.mouse.up()
    await rests(0, 0)
    await toldX(0)
    const sources = new Set(
      (await test.events('change')).map((event) => (event.detail as { source: string }).source),
    )
    expect([...sources]).toEqual(['touch', 'touch-out-of-bounds', 'out-of-bounds'])
  })

  it('inertia slides on until friction or the edge stops it', async () => {
    await test.mount(movable({ inertia: true, friction: 1 }))
    await test.swipe([20, 25], [80, 25], { steps: 4 })
    await rests(150, 0)
    await toldX(150)
    expect(
      (await test.events('change')).some(
        (event) => (event.detail as { source: string }).source === 'friction',
      ),
    ).toBe(true)
  })

  it('a view larger than its area always covers it', async () => {
    await test.mount(movable({ x: 50 }, 'width:300px;height:300px;background:#07c160'))
    expect(await corner()).toEqual([0, 0])
    await drag([100, 100], [-300, 90])
    await test.page.mouse.up()
    expect(await corner()).toEqual([-100, -10])
  })

  it('scales by scale-value and by two fingers', async () => {
    await test.mount(movable({ scale: true, 'scale-value': 2, 'scale-max': 3, x: 50, y: 50 }))
    expect(await test.rect('wx-movable-view')).toMatchObject({ width: 100, height: 100 })
    const cdp = await test.page.context().newCDPSession(test.page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: [number, number][]) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })
    const { x, y } = await test.rect('wx-movable-view')
    await touch('touchStart', [[x + 40, y + 50]])
    await touch('touchStart', [
      [x + 40, y + 50],
      [x + 60, y + 50],
    ])
    await touch('touchMove', [
      [x + 35, y + 50],
      [x + 65, y + 50],
    ])
    await touch('touchEnd', [])
    expect((await test.waitForEvent('scale')).detail).toMatchObject({ scale: 3 })
    expect(await test.rect('wx-movable-view')).toMatchObject({ width: 150, height: 150 })
  })

  it('leaves the style of the program alone', async () => {
    await test.mount(movable({ x: 30 }))
    await test.set('wx-movable-view', { style: 'width:20px;height:20px;transform:none' })
    expect(await test.rect('wx-movable-view')).toMatchObject({ x: 30, width: 20 })
  })
})
