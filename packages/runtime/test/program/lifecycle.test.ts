import { runProgram } from '@sampan/testing'
import { describe, expect, it } from 'vitest'

const APP = {
  'app.json': JSON.stringify({ pages: ['pages/a/a', 'pages/b/b'] }),
  'app.js': `App({ trace: [], onLaunch() { this.trace.push('app launch') }, onShow() { this.trace.push('app show') } })`,
}

const NOTE = `const note = (text) => getApp().trace.push(text);`

function page(name: string, extra = ''): string {
  return `${NOTE} Page({
    data: { log: [] },
    onLoad(query) { note('${name} load ' + JSON.stringify(query)) },
    onShow() { note('${name} show') },
    onReady() { note('${name} ready') },
    onHide() { note('${name} hide') },
    onUnload() { note('${name} unload') },
    tell() { this.setData({ log: getApp().trace }) },
    ${extra}
  })`
}

const WXML = '<view id="tell" bindtap="tell">{{log}}</view>'

describe('lifecycle', () => {
  it('runs app and page handlers in WeChat’s order', async () => {
    const program = await runProgram({
      ...APP,
      'pages/a/a.js': page('a'),
      'pages/a/a.wxml': WXML,
      'pages/b/b.js': page('b'),
      'pages/b/b.wxml': WXML,
    })
    const a = await program.open('pages/a/a', { x: '1' })
    await program.open('pages/b/b')
    await program.back()
    await a.tap('tell')
    expect(program.errors).toEqual([])
    expect(a.view.text().split(',')).toEqual([
      'app launch',
      'app show',
      'a load {"x":"1"}',
      'a show',
      'a ready',
      'a hide',
      'b load {}',
      'b show',
      'b ready',
      'b unload',
      'a show',
    ])
  })

  it('creates components before the page loads and readies children first', async () => {
    const component = (name: string) => `${NOTE} Component({
      created() { note('${name} created') },
      lifetimes: { attached() { note('${name} attached') }, ready() { note('${name} ready') }, detached() { note('${name} detached') } },
      pageLifetimes: { show() { note('${name} page show') }, hide() { note('${name} page hide') } },
    })`
    const program = await runProgram({
      ...APP,
      'app.json': JSON.stringify({ pages: ['pages/a/a'] }),
      'pages/a/a.json': JSON.stringify({ usingComponents: { outer: '/outer/outer' } }),
      'pages/a/a.js': page('a', `toggle() { this.setData({ gone: true }) },`),
      'pages/a/a.wxml': `${WXML}<view id="toggle" bindtap="toggle"/><outer wx:if="{{!gone}}"/>`,
      'outer/outer.json': JSON.stringify({ component: true, usingComponents: { inner: '/inner/inner' } }),
      'outer/outer.js': component('outer'),
      'outer/outer.wxml': '<inner/>',
      'inner/inner.json': JSON.stringify({ component: true }),
      'inner/inner.js': component('inner'),
      'inner/inner.wxml': '<text>inner</text>',
    })
    const a = await program.open('pages/a/a')
    await a.tap('toggle')
    await a.tap('tell')
    expect(program.errors).toEqual([])
    expect(a.view.text().split(',').slice(2)).toEqual([
      'inner created',
      'outer created',
      'outer attached',
      'inner attached',
      'a load {}',
      'a show',
      'outer page show',
      'inner page show',
      'inner ready',
      'outer ready',
      'a ready',
      'inner detached',
      'outer detached',
    ])
  })
})
