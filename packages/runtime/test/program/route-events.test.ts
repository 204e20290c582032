import { runProgram } from '@sampan/testing'
import { expect, it } from 'vitest'

const FILES = {
  'app.json': JSON.stringify({ pages: ['pages/a/a', 'pages/b/b'] }),
  'app.js': `
    const log = []
    const tell = (text) => log.push(text)
    for (const name of ['BeforeAppRoute', 'AppRoute', 'AppRouteDone'])
      wx['on' + name](({ openType, path, query, webviewId, routeEventId, timeStamp }) => {
        if (!routeEventId || !(Math.abs(timeStamp - Date.now()) < 60000)) throw new Error('incomplete')
        tell([name, openType, path, JSON.stringify(query), webviewId].join(' '))
      })
    for (const name of ['BeforePageLoad', 'AfterPageLoad', 'BeforePageUnload', 'AfterPageUnload'])
      wx['on' + name](({ path, page }) => tell([name, path, page ? page.route : '-'].join(' ')))
    const observed = []
    const performance = wx.getPerformance()
    performance.createObserver((list) => observed.push(...list.getEntries())).observe({ entryTypes: ['navigation'] })
    App({ log, tell, performance, observed })`,
  'pages/a/a.js': `Page({
    onLoad() { getApp().tell('a load') }, onShow() { getApp().tell('a show') }, onReady() { getApp().tell('a ready') },
    tell() { console.log(getApp().log.splice(0).join('\\n')) },
    entries() {
      const { performance, observed } = getApp()
      console.log(JSON.stringify({ all: performance.getEntries(), observed, named: performance.getEntriesByName('route').length }))
    },
  })`,
  'pages/a/a.wxml': '<view id="tell" bindtap="tell" /><view id="entries" bindtap="entries" />',
  'pages/b/b.js': `Page({ onUnload() { getApp().tell('b unload') } })`,
}

it('tells of routes in their documented order', async () => {
  const program = await runProgram(FILES)
  const a = await program.open('pages/a/a', { x: '1' })
  await a.tap('tell')
  await program.open('pages/b/b')
  await program.back()
  await a.tap('tell')
  expect(program.errors).toEqual([])
  expect(program.logs.map((text) => text.split('\n'))).toEqual([
    [
      'BeforeAppRoute appLaunch pages/a/a {"x":"1"} 1',
      'BeforePageLoad pages/a/a -',
      'a load',
      'AfterPageLoad pages/a/a pages/a/a',
      'a show',
      'AppRoute appLaunch pages/a/a {"x":"1"} 1',
      'a ready',
      'AppRouteDone appLaunch pages/a/a {"x":"1"} 1',
    ],
    [
      'BeforeAppRoute navigateTo pages/b/b {} 2',
      'BeforePageLoad pages/b/b -',
      'AfterPageLoad pages/b/b pages/b/b',
      'AppRoute navigateTo pages/b/b {} 2',
      'AppRouteDone navigateTo pages/b/b {} 2',
      'BeforeAppRoute navigateBack pages/a/a {"x":"1"} 1',
      'BeforePageUnload pages/b/b pages/b/b',
      'b unload',
      'AfterPageUnload pages/b/b -',
      'a show',
      'AppRoute navigateBack pages/a/a {"x":"1"} 1',
      'AppRouteDone navigateBack pages/a/a {"x":"1"} 1',
    ],
  ])
})

it('measures scripts, renders and routes', async () => {
  const before = Date.now()
  const program = await runProgram(FILES)
  const a = await program.open('pages/a/a')
  a.send({ type: 'painted' })
  await program.settle()
  const b = await program.open('pages/b/b')
  b.send({ type: 'painted' })
  await program.settle()
  await program.back()
  await a.tap('entries')
  const { all, observed, named } = JSON.parse(program.logs[0]!)
  const main = { path: 'pages/a/a', pageId: 1 }
  const second = { path: 'pages/b/b', pageId: 2, referrerPath: 'pages/a/a', referrerPageId: 1 }
  expect(all).toMatchObject([
    { name: 'evaluateScript', entryType: 'script', moduleName: '__APP__' },
    { name: 'firstRender', entryType: 'render', ...main },
    { name: 'appLaunch', entryType: 'navigation', navigationType: 'appLaunch', ...main },
    { name: 'firstPaint', entryType: 'render', duration: 0, ...main },
    { name: 'firstRender', entryType: 'render', ...second },
    { name: 'firstPaint', entryType: 'render', ...second },
    { name: 'route', entryType: 'navigation', navigationType: 'navigateTo', ...second },
    { name: 'route', navigationType: 'navigateBack', ...main, referrerPath: 'pages/b/b' },
  ])
  for (const { startTime, duration } of all) {
    expect(startTime).toBeGreaterThan(before - 1000)
    expect(startTime + duration).toBeLessThan(Date.now() + 1000)
    expect(duration).toBeGreaterThanOrEqual(0)
  }
  expect(observed.map(({ name }: { name: string }) => name)).toEqual(['appLaunch', 'route', 'route'])
  expect(named).toBe(2)
})
