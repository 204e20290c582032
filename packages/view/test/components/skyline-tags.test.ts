import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillColumns } from '../../src/components/grid-view/fill-columns'
import type { Tree } from './container-page'
import { openTestPage, type TestPage } from './open-page'

let test: TestPage
beforeAll(async () => {
  test = await openTestPage()
})
afterAll(() => test.close())

const box = (id: string, height: number, colour = '#9bd'): Tree => [
  'view',
  { id, style: `height:${height}px;background:${colour}` },
  id,
]
const place = async (id: string) => {
  const { x, y, width } = await test.rect(id)
  return [Math.round(x), Math.round(y), Math.round(width)]
}

describe('grid-view', () => {
  it('fills the shortest column', () => {
    expect(fillColumns([100, 50, 30, 40], 2, 0)).toEqual([0, 1, 1, 1])
    expect(fillColumns([10, 10, 10, 10], 3, 5)).toEqual([0, 1, 2, 0])
    expect(fillColumns([], 2, 0)).toEqual([])
  })

  it('aligned: rows of columns with gaps and padding', async () => {
    await test.mount([
      'grid-view',
      {
        type: 'aligned',
        'cross-axis-count': 3,
        'cross-axis-gap': 10,
        'main-axis-gap': 8,
        padding: [5, 20, 5, 10],
      },
      ...['a', 'b', 'c', 'd'].map((id) => box(id, 40)),
    ])
    expect(await place('#a')).toEqual([10, 5, 113])
    expect(await place('#b')).toEqual([133, 5, 113])
    expect(await place('#d')).toEqual([10, 53, 113])
    await test.append('wx-grid-view', box('e', 40))
    expect(await place('#e')).toEqual([133, 53, 113])
  })

  it('masonry: each child below the shortest column, also when they grow or come later', async () => {
    await test.mount([
      'grid-view',
      { type: 'masonry', 'cross-axis-count': 2, 'cross-axis-gap': 10, 'main-axis-gap': 10 },
      box('a', 100),
      box('b', 40),
      box('c', 30),
      box('d', 60),
    ])
    expect(await place('#c')).toEqual([200, 50, 190])
    expect(await place('#d')).toEqual([200, 90, 190])
    await test.screenshot('grid-masonry')
    await test.append('wx-grid-view', box('e', 20))
    expect(await place('#e')).toEqual([0, 110, 190])
    await test.set('#b', { style: 'height:200px' })
    await test.page.waitForFunction(() => harness.find('#c').getBoundingClientRect().x === 0)
  })

  it('takes the number of columns from the widest a child may be', async () => {
    await test.mount(['grid-view', { 'max-cross-axis-extent': 100 }, box('a', 20), box('b', 20)])
    await test.page.waitForFunction(() => harness.find('#a').getBoundingClientRect().width === 97.5)
  })
})

describe('sticky-header', () => {
  const sections = (push: boolean): Tree => [
    'scroll-view',
    { 'scroll-y': true, type: 'custom', style: 'height:300px' },
    ...[1, 2, 3].map((n): Tree => [
      'sticky-section',
      { 'push-pinned-header': push },
      ['sticky-header', { id: `h${n}` }, box(`t${n}`, 40, '#fc6')],
      box(`c${n}`, 300),
    ]),
  ]

  it('sticks to the top, is pushed by the next one and tells when', async () => {
    await test.mount(sections(true))
    await test.call('wx-scroll-view', 'scrollTo', { top: 100, animated: false })
    expect((await place('#h1'))[1]).toBe(0)
    expect((await test.waitForEvent('stickontopchange')).detail).toEqual({ isStickOnTop: true })
    await test.call('wx-scroll-view', 'scrollTo', { top: 320, animated: false })
    expect([(await place('#h1'))[1], (await place('#h2'))[1]]).toEqual([-20, 20])
    await test.call('wx-scroll-view', 'scrollTo', { top: 0, animated: false })
    await test.page.waitForFunction(() => {
      const last = harness.events.findLast(
        ({ name, target }) => name === 'stickontopchange' && target === 'h1',
      )
      return (last?.detail as { isStickOnTop: boolean }).isStickOnTop === false
    })
  })

  it('stays under the next one without push-pinned-header, and sticks below offset-top', async () => {
    await test.mount(sections(false))
    await test.call('wx-scroll-view', 'scrollTo', { top: 320, animated: false })
    expect([(await place('#h1'))[1], (await place('#h2'))[1]]).toEqual([0, 20])
    await test.set('#h1', { 'offset-top': 15 })
    expect((await place('#h1'))[1]).toBe(15)
  })
})

describe('draggable-sheet', () => {
  const sheet = (attributes: Record<string, unknown> = {}): Tree => [
    'view',
    { style: 'position:relative;height:400px;background:#eee' },
    ['draggable-sheet', attributes, ['view', { id: 'content', style: 'height:100%;background:#fff' }]],
  ]
  const top = async () => Math.round((await test.rect('#content')).y)

  it('grows with the finger within its limits, and to where the program says', async () => {
    await test.mount(sheet())
    expect(await top()).toBe(200)
    await test.swipe([200, 300], [200, 240])
    expect(await top()).toBe(140)
    await test.swipe([200, 300], [200, 800])
    expect(await top()).toBe(300)
    await test.call('wx-draggable-sheet', 'scrollTo', { size: 1, animated: false })
    expect(await top()).toBe(0)
    expect((await test.waitForEvent('sizeupdate')).detail).toEqual({ size: 1, pixels: 400 })
  })

  it('snaps to its sizes', async () => {
    await test.mount(sheet({ snap: true, 'snap-sizes': [0.7] }))
    await test.swipe([200, 300], [200, 250])
    await test.page.waitForFunction(
      () => Math.round(harness.find('#content').getBoundingClientRect().y) === 120,
    )
  })
})

describe('plain ones', () => {
  it('gesture handlers stand for their child, the rest are blocks', async () => {
    await test.mount(
      ['view', { style: 'display:flex' }, ['pan-gesture-handler', {}, box('child', 30)]],
      ['list-view', { padding: [10, 0, 0, 5] }, box('row', 20)],
      [
        'open-container',
        { 'closed-color': 'rgb(255, 0, 0)', 'closed-border-radius': 8, 'closed-elevation': 2 },
        box('card', 20),
      ],
      ['nested-scroll-header', {}, box('header', 10)],
      ['snapshot', { id: 'snapshot' }, box('inside', 20)],
    )
    expect(await place('#row')).toEqual([5, 40, 385])
    expect(await test.rect('#header')).toMatchObject({ width: 390 })
    expect(
      await test.page.$eval(
        'wx-open-container',
        (element) => getComputedStyle(element.shadowRoot!.firstElementChild!).borderRadius,
      ),
    ).toBe('8px')
    await expect(test.call('#snapshot', 'takeSnapshot')).rejects.toThrow('takeSnapshot:fail not supported')
  })

  it('selection tells what is selected', async () => {
    await test.mount(['selection', {}, ['text', { id: 'words' }, 'some words']], ['view', {}, 'outside'])
    await test.page.evaluate(() =>
      document.getSelection()!.selectAllChildren(document.querySelector('#words')!),
    )
    expect((await test.waitForEvent('selectionchange')).detail).toEqual({ text: 'some words' })
    await test.page.evaluate(() => document.getSelection()!.removeAllRanges())
    expect((await test.waitForEvent('selectionchange', 2)).detail).toEqual({ text: '' })
  })

  it('web-view asks the container and passes its events on', async () => {
    await test.mount(['web-view', { src: 'https://example.com/a' }])
    expect(await test.page.evaluate(() => harness.widgets.map(({ name, params }) => [name, params]))).toEqual(
      [['web-view', { src: 'https://example.com/a' }]],
    )
    await test.page.evaluate(() => {
      harness.widgets[0]!.onEvent!('load', { src: 'https://example.com/a' })
      harness.widgets[0]!.onEvent!('constructor', {})
    })
    expect((await test.waitForEvent('load')).detail).toEqual({ src: 'https://example.com/a' })
    await test.set('wx-web-view', { src: 'https://example.com/b' })
    expect(await test.page.evaluate(() => harness.widgets[0]!.updates)).toEqual([
      { src: 'https://example.com/b' },
    ])
    await test.page.evaluate(() => harness.widgets[0]!.reject(new Error('web-view:fail domain not allowed')))
    expect((await test.waitForEvent('error')).detail).toMatchObject({
      url: 'https://example.com/b',
      errMsg: 'web-view:fail domain not allowed',
    })
    await test.remove('wx-web-view')
    expect(await test.page.evaluate(() => harness.widgets[0]!.closed)).toBe(true)
  })
})
