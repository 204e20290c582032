import type { PickerParameters } from '@sampan/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tree } from './container-page'
import { openTestPage, type TestPage } from './open-page'

let test: TestPage
beforeAll(async () => {
  test = await openTestPage({}, 'form-page.ts')
})
afterAll(() => test.close())

const details = async (name: string) => (await test.events(name)).map(({ detail }) => detail)
const sheet = () =>
  test.page.evaluate(() => {
    const { name, params, updates, closed } = harness.widgets.at(-1)!
    return { name, params: params as PickerParameters, updates: updates as PickerParameters[], closed }
  })
const answer = (value: unknown) =>
  test.page.evaluate((given) => harness.widgets.at(-1)!.resolve(given), value)
const open = () => test.page.tap('wx-picker')

describe('picker', () => {
  it('selector: labels by range-key, index of the value, index as text in the event', async () => {
    const range = [
      { id: 1, name: 'one' },
      { id: 2, name: 'two' },
    ]
    await test.mount([
      'picker',
      { range, 'range-key': 'name', value: '1', 'header-text': 'Pick' },
      ['view', {}, 'pick'],
    ])
    await open()
    expect((await sheet()).params).toEqual({
      mode: 'selector',
      headerText: 'Pick',
      columns: [['one', 'two']],
      indexes: [1],
    })
    await answer({ confirmed: true, indexes: [0] })
    expect((await test.waitForEvent('change')).detail).toEqual({ value: '0' })
    expect(await test.events('value')).toMatchObject([{ kind: 'model', detail: '0' }])
    await open()
    expect((await sheet()).params).toMatchObject({ indexes: [0] })
    await answer({ confirmed: false })
    await test.waitForEvent('cancel')
  })

  it('multiSelector: tells about columns, and takes others while it is open', async () => {
    await test.mount([
      'picker',
      {
        mode: 'multiSelector',
        range: [
          ['a', 'b'],
          ['c', 'd', 'e'],
        ],
        value: [1, 2],
      },
      'pick',
    ])
    await open()
    expect((await sheet()).params).toMatchObject({
      columns: [
        ['a', 'b'],
        ['c', 'd', 'e'],
      ],
      indexes: [1, 2],
    })
    await test.page.evaluate(() => harness.widgets[0]!.onEvent!('columnchange', { column: 0, value: 0 }))
    expect(await details('columnchange')).toEqual([{ column: 0, value: 0 }])
    await test.set('wx-picker', { range: [['a', 'b'], ['f']], value: [0, 0] })
    expect((await sheet()).updates.at(-1)).toMatchObject({ columns: [['a', 'b'], ['f']], indexes: [0, 0] })
    await answer({ confirmed: true, indexes: [0, 0] })
    expect((await test.waitForEvent('change')).detail).toEqual({ value: [0, 0] })
  })

  it('time, date and region', async () => {
    await test.mount(['picker', { mode: 'time', value: '12:01', start: '09:00', end: '21:00' }, 'pick'])
    await open()
    expect((await sheet()).params).toEqual({
      mode: 'time',
      headerText: '',
      value: '12:01',
      start: '09:00',
      end: '21:00',
    })
    await answer({ confirmed: true, value: '13:30' })
    expect((await test.waitForEvent('change')).detail).toEqual({ value: '13:30' })

    await test.mount(['picker', { mode: 'date', value: '2020-05', fields: 'month' }, 'pick'])
    await open()
    expect((await sheet()).params).toEqual({
      mode: 'date',
      headerText: '',
      value: '2020-05',
      start: '',
      end: '',
      fields: 'month',
    })

    await test.mount([
      'picker',
      { mode: 'region', value: ['广东省', '广州市', '海珠区'], 'custom-item': '全部' },
      'pick',
    ])
    await open()
    expect((await sheet()).params).toEqual({
      mode: 'region',
      headerText: '',
      value: ['广东省', '广州市', '海珠区'],
      customItem: '全部',
      level: 'region',
    })
    await answer({
      confirmed: true,
      value: ['北京市', '北京市', '东城区'],
      code: ['110000', '110100', '110101'],
      postcode: '100010',
    })
    expect((await test.waitForEvent('change')).detail).toEqual({
      value: ['北京市', '北京市', '东城区'],
      code: ['110000', '110100', '110101'],
      postcode: '100010',
    })
  })

  it('opens once, by key too, not when disabled, and closes when it goes', async () => {
    await test.mount(['picker', { range: ['a'] }, 'pick'])
    await test.page.locator('wx-picker').focus()
    await test.page.keyboard.press('Enter')
    await open()
    expect(await test.page.evaluate(() => harness.widgets.length)).toBe(1)
    await test.remove('wx-picker')
    expect((await sheet()).closed).toBe(true)
    await test.mount(['picker', { range: ['a'], disabled: true }, 'pick'])
    await test.page.tap('wx-picker', { force: true })
    expect(await test.page.evaluate(() => harness.widgets.length)).toBe(0)
  })
})

const item = (text: string): Tree => ['view', { style: 'line-height: 50px' }, text]
const column = (name: string, count: number): Tree => [
  'picker-view-column',
  { id: name },
  ...Array.from({ length: count }, (_, i) => item(`${name}${i}`)),
]
const wheels = (attributes: Record<string, unknown> = {}): Tree => [
  'picker-view',
  { style: 'height: 250px', 'indicator-style': 'height: 50px', ...attributes },
  column('a', 30),
  column('b', 5),
]
/** Text of the item in the middle of a column. */
const middle = (id: string) =>
  test.page.evaluate((name) => {
    const box = harness.find(`#${name}`).getBoundingClientRect()
    const y = box.top + box.height / 2
    const found = [...document.querySelectorAll(`#${name} > wx-view`)].find((node) => {
      const { top, bottom } = node.getBoundingClientRect()
      return top <= y && bottom > y
    })
    return found?.textContent
  }, id)

describe('picker-view', () => {
  it('stands where its value says, also when items come later', async () => {
    await test.mount(wheels({ value: [3, 4] }))
    expect([await middle('a'), await middle('b')]).toEqual(['a3', 'b4'])
    await test.mount([
      'picker-view',
      { value: [2], style: 'height: 250px', 'indicator-style': 'height: 50px' },
      ['picker-view-column', { id: 'late' }],
    ])
    await test.append('#late', item('x'), item('y'), item('z'))
    await expect.poll(() => middle('late')).toBe('z')
    expect(await test.events('change')).toEqual([])
  })

  it('gives items the height of the indicator, and classes and styles to indicator and mask', async () => {
    const style = await test.page.addStyleTag({
      content: '.bar { height: 60px; border-color: rgb(1, 2, 3) } .veil { background: none }',
    })
    await test.mount([
      'picker-view',
      {
        style: 'height: 240px',
        'indicator-class': 'bar',
        'mask-class': 'veil',
        'mask-style': 'opacity: 0.5',
      },
      column('c', 3),
    ])
    expect((await test.rect('#c > wx-view')).height).toBe(60)
    const looks = await test.page.evaluate(() => ({
      border: getComputedStyle(document.querySelector('.bar')!).borderTopColor,
      mask: getComputedStyle(document.querySelector('.veil')!).backgroundImage,
      opacity: getComputedStyle(document.querySelector('.veil')!).opacity,
    }))
    expect(looks).toEqual({ border: 'rgb(1, 2, 3)', mask: 'none', opacity: '0.5' })
    await style.evaluate((node) => (node as Element).remove())
  })

  it('measures itself when a popup around it opens', async () => {
    await test.mount(['view', { id: 'popup', style: 'display: none' }, wheels({ value: [3, 1] })])
    await test.set('#popup', { style: '' })
    await expect.poll(() => middle('a')).toBe('a3')
  })

  it('follows a finger, comes to rest on an item and tells once', async () => {
    await test.mount(wheels({ value: [0, 0] }))
    const { y } = await test.rect('#a')
    await test.swipe([90, y + 150], [90, y + 40], { hold: true })
    expect(await test.events('change')).toEqual([])
    await test.touchEnd()
    await test.waitForEvent('pickend')
    const [change] = (await details('change')) as { value: number[] }[]
    expect(change!.value[0]).toBeGreaterThanOrEqual(2)
    expect(await middle('a')).toBe(`a${change!.value[0]}`)
    expect((await test.events()).filter(({ kind }) => kind === 'event').map(({ name }) => name)).toEqual([
      'pickstart',
      'change',
      'pickend',
    ])
    expect(await test.events('value')).toMatchObject([{ kind: 'model', detail: change!.value }])
  })

  it('runs on after a fling, within its items', async () => {
    await test.mount(wheels({ value: [2, 0] }))
    const { y } = await test.rect('#a')
    await test.swipe([90, y + 40], [90, y + 230], { steps: 3 })
    await test.waitForEvent('pickend')
    expect(await middle('a')).toBe('a0')
    expect((await details('change')).at(-1)).toEqual({ value: [0, 0] })
  })

  it('turns by wheel, tap and key', async () => {
    await test.mount(wheels({ value: [0, 0] }))
    const { y } = await test.rect('#b')
    await test.page.mouse.move(290, y + 125)
    await test.page.mouse.wheel(0, 100)
    await test.waitForEvent('pickend')
    expect((await details('change')).at(-1)).toEqual({ value: [0, 2] })
    await test.page.mouse.click(290, y + 175)
    await test.waitForEvent('pickend', 2)
    expect((await details('change')).at(-1)).toEqual({ value: [0, 3] })
    await test.page.locator('#a').focus()
    await test.page.keyboard.press('ArrowDown')
    await test.waitForEvent('pickend', 3)
    expect((await details('change')).at(-1)).toEqual({ value: [1, 3] })
    expect(await test.page.locator('#a').getAttribute('aria-valuetext')).toBe('a1')
  })

  it('tells at once with immediate-change', async () => {
    await test.mount(wheels({ value: [0, 0], 'immediate-change': true }))
    await test.page.locator('#a').focus()
    await test.page.keyboard.press('End')
    expect(await details('change')).toEqual([{ value: [29, 0] }])
    expect(await test.events('pickend')).toEqual([])
    await test.waitForEvent('pickend')
    expect((await details('change')).length).toBe(1)
  })
})
