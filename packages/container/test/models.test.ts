import { describe, expect, test } from 'vitest'
import { createFloodGate } from '../src/messages/flood-gate'
import { parseFromFrame } from '../src/messages/parse-from-frame'
import { parseFromWorker } from '../src/messages/parse-from-worker'
import { createDateModel } from '../src/interface/picker/date-model'
import { createListModel } from '../src/interface/picker/list-model'
import { regionData } from '../src/interface/picker/region-data'
import { createRegionModel } from '../src/interface/picker/region-model'
import { createTimeModel } from '../src/interface/picker/time-model'
import { createText, interfaceTexts } from '../src/interface/texts'
import { cssColor } from '../src/interface/theme'
import { computeGeometry } from '../src/pages/layout'
import { planRoute } from '../src/pages/plan-route'
import { resolveAddress } from '../src/pages/resolve-route'

const text = createText('en', [interfaceTexts])
const now = new Date(2026, 10, 23, 9, 5)

describe('addresses', () => {
  test.each([
    ['/pages/a/a?x=1&y=%20z', 'pages/b/b', 'pages/a/a', { x: '1', y: '%20z' }],
    ['../a/a', 'pages/b/b', 'pages/a/a', {}],
    ['./c', 'pages/b/b', 'pages/b/c', {}],
    ['c?', 'pages/b/b', 'pages/b/c', {}],
    ['pages/a/a', undefined, 'pages/a/a', {}],
    ['/pages/a/a.html?q', undefined, 'pages/a/a', { q: '' }],
    ['../../../../x', 'pages/b/b', 'x', {}],
    ['/a?k=1=2&__proto__=5', undefined, 'a', JSON.parse('{"k":"1=2","__proto__":"5"}')],
  ])('%s from %s', (url, from, route, query) => {
    expect(resolveAddress(url, from)).toEqual({ route, query })
  })
})

describe('route plans', () => {
  const page = (id: number, isTab = false) => ({ id, route: `p${id}`, isTab })
  const to = (
    type: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch',
    route = 'x',
    isTab = false,
    exists = true,
  ) => ({ type, route, isTab, exists }) as const

  test('navigateTo hides the top and keeps the rest', () => {
    const pages = { stack: [page(1), page(2)], tabs: [] }
    expect(planRoute(pages, to('navigateTo'))).toEqual({ unload: [], hide: 2, show: 'new', keep: [1, 2] })
  })
  test('ten pages are the limit', () => {
    const pages = { stack: Array.from({ length: 10 }, (_, index) => page(index + 1)), tabs: [] }
    expect(planRoute(pages, to('navigateTo'))).toEqual({ refusal: 'webview count limit exceed' })
  })
  test('redirectTo replaces the top', () => {
    const pages = { stack: [page(1), page(2)], tabs: [] }
    expect(planRoute(pages, to('redirectTo'))).toEqual({ unload: [2], show: 'new', keep: [1] })
  })
  test('navigateBack goes no further than the first page', () => {
    const pages = { stack: [page(1), page(2), page(3)], tabs: [] }
    expect(planRoute(pages, { type: 'navigateBack', delta: 9 })).toEqual({
      unload: [3, 2],
      show: 1,
      keep: [1],
    })
    expect(planRoute(pages, { type: 'navigateBack', delta: Number.NaN })).toMatchObject({ unload: [3] })
  })
  test('switchTab closes what is above and keeps tab pages alive', () => {
    const [a, b] = [page(1, true), page(2, true)]
    const pages = { stack: [a, page(3)], tabs: [a, b] }
    expect(planRoute(pages, to('switchTab', 'p2', true))).toEqual({
      unload: [3],
      hide: undefined,
      show: 2,
      keep: [2],
    })
    expect(planRoute({ stack: [a], tabs: [a, b] }, to('switchTab', 'p2', true))).toMatchObject({
      unload: [],
      hide: 1,
    })
  })
  test('reLaunch closes everything, tab pages beside the stack as well', () => {
    const [a, b] = [page(1, true), page(2, true)]
    expect(planRoute({ stack: [a, page(3)], tabs: [a, b] }, to('reLaunch'))).toEqual({
      unload: [3, 1, 2],
      show: 'new',
      keep: [],
    })
  })
  test("refusals have the base library's words", () => {
    const pages = { stack: [page(1)], tabs: [] }
    expect(planRoute(pages, to('navigateTo', 'x', true))).toEqual({
      refusal: 'can not navigateTo a tabbar page',
    })
    expect(planRoute(pages, to('redirectTo', 'x', true))).toEqual({
      refusal: 'can not redirectTo a tabbar page',
    })
    expect(planRoute(pages, to('switchTab'))).toEqual({ refusal: 'can not switch to no-tabBar page' })
    expect(planRoute(pages, to('reLaunch', 'y', false, false))).toEqual({ refusal: 'page "y" is not found' })
    expect(planRoute(pages, { type: 'navigateBack', delta: 1 })).toEqual({
      refusal: 'cannot navigate back at first page.',
    })
  })
})

describe('geometry', () => {
  const viewport = { width: 375, height: 812, statusBarHeight: 44, bottomInset: 34 }
  test('the window is what the bars leave', () => {
    const plain = computeGeometry(viewport, { customNavigation: false, tabBarVisible: false })
    expect(plain).toMatchObject({ windowWidth: 375, windowHeight: 724, screenHeight: 812 })
    expect(computeGeometry(viewport, { customNavigation: true, tabBarVisible: false }).windowHeight).toBe(812)
    expect(computeGeometry(viewport, { customNavigation: false, tabBarVisible: true }).windowHeight).toBe(640)
  })
  test('the menu button and the safe area', () => {
    const { menuButton, safeArea } = computeGeometry(viewport, {
      customNavigation: true,
      tabBarVisible: false,
    })
    expect(menuButton).toEqual({ width: 87, height: 32, top: 50, right: 368, bottom: 82, left: 281 })
    expect(safeArea).toEqual({ left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 })
  })
})

describe('pickers', () => {
  test('time stays between its limits', () => {
    const model = createTimeModel({ value: '08:00', start: '09:30', end: '11:15', now }, text)
    expect(model.answer()).toEqual({ confirmed: true, value: '09:30' })
    expect(model.columns()[0]).toEqual(['09', '10', '11'])
    expect(model.columns()[1]?.[0]).toBe('30')
    model.choose(0, 2)
    expect(model.columns()[1]).toHaveLength(16)
    expect(model.answer()).toEqual({ confirmed: true, value: '11:15' })
    expect(createTimeModel({ value: '', start: '', end: '', now }, text).answer()).toMatchObject({
      value: '09:05',
    })
  })
  test('dates know their months', () => {
    const options = {
      start: '2020-02-10',
      end: '2026-11-30',
      fields: 'day' as const,
      now,
      language: 'en' as const,
    }
    const model = createDateModel({ ...options, value: '2024-01-31' }, text)
    model.choose(1, 1)
    expect(model.answer()).toEqual({ confirmed: true, value: '2024-02-29' })
    model.choose(0, 0)
    expect(model.answer()).toMatchObject({ value: '2020-02-29' })
    expect(model.columns()[2]?.[0]).toBe('10')
    expect(createDateModel({ ...options, value: '' }, text).answer()).toMatchObject({ value: '2026-11-23' })
    const month = createDateModel({ ...options, fields: 'month', value: '2023' }, text)
    expect(month.columns()).toHaveLength(2)
    expect(month.answer().confirmed && month.answer()).toMatchObject({ value: '2023-11' })
  })
  test('regions follow each other', () => {
    const model = createRegionModel(
      regionData,
      { value: ['浙江省', '杭州市', '西湖区'], customItem: '全部', level: 'region' },
      text,
    )
    expect(model.answer()).toEqual({
      confirmed: true,
      value: ['浙江省', '杭州市', '西湖区'],
      code: ['330000', '330100', '330106'],
    })
    model.choose(0, 0)
    expect(model.answer()).toEqual({ confirmed: true, value: ['全部', '全部', '全部'], code: [] })
  })
  test('lists may be replaced and never point outside', () => {
    const model = createListModel([['a', 'b'], ['c']], [5, -1], text)
    expect(model.answer()).toEqual({ confirmed: true, indexes: [1, 0] })
    model.replace([['a'], ['x', 'y', 'z']], [0, 2])
    expect(model.answer()).toEqual({ confirmed: true, indexes: [0, 2] })
  })
})

test('colours are only colours', () => {
  for (const good of ['#fff', '#12345678', 'red', 'rgb(1, 2, 3)', 'rgba(0,0,0,.5)'])
    expect(cssColor(good)).toBe(good)
  for (const bad of ['red;background:url(x)', 'url(x)', 'expression(1)', '', 5, 'var(--x)', '#12']) {
    expect(cssColor(bad)).toBeUndefined()
  }
})

test('a flood is told once, after what is tolerated', () => {
  const gate = createFloodGate({ perSecond: 10, burst: 5, toleratedDrops: 3 })
  const verdicts = Array.from({ length: 12 }, () => gate.admit(1_000))
  expect(verdicts).toEqual([
    ...Array(5).fill('pass'),
    'drop',
    'drop',
    'drop',
    'flood',
    'drop',
    'drop',
    'drop',
  ])
  expect(gate.takeDropped()).toBe(7)
  expect(gate.admit(2_000)).toBe('pass')
})

test('parsers answer with known fields alone', () => {
  expect(parseFromWorker({ type: 'call', id: 3, api: 'a', params: 1, extra: 2 })).toEqual({
    type: 'call',
    id: 3,
    api: 'a',
    params: 1,
  })
  expect(parseFromWorker(Object.create({ type: 'ready' }))).toBeUndefined()
  expect(parseFromFrame({ type: 'widget', id: 1, name: 'picker', params: {}, extra: 1 })).toEqual({
    type: 'widget',
    id: 1,
    name: 'picker',
    params: {},
  })
  expect(parseFromFrame({ type: 'frame-ready' })).toBeUndefined()
})

test('every text is there in both languages', () => {
  for (const [key, entry] of Object.entries(interfaceTexts)) {
    expect(entry.en, key).toBeTruthy()
    expect(entry.zh_CN, key).toBeTruthy()
    const holes = (value: string) => (value.match(/\{\w+\}/g) ?? []).sort()
    expect(holes(entry.en), key).toEqual(holes(entry.zh_CN))
  }
})
