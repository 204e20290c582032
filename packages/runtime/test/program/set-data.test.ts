import { runProgram, type TestPage } from '@sampan/testing'
import { describe, expect, it } from 'vitest'

/** One page whose taps run the given methods. */
async function openPage(
  wxml: string,
  js: string,
  more: Record<string, string> = {},
): Promise<TestPage & { errors: string[]; logs: string[] }> {
  const program = await runProgram({
    'app.json': JSON.stringify({ pages: ['pages/a/a'] }),
    'app.js': 'App({})',
    'pages/a/a.wxml': wxml,
    'pages/a/a.js': js,
    ...more,
  })
  expect(program.diagnostics).toEqual([])
  const page = await program.open('pages/a/a')
  return Object.assign(page, { errors: program.errors, logs: program.logs })
}

describe('setData', () => {
  it('updates by key and by path, and calls back afterwards', async () => {
    const page = await openPage(
      '<view id="go" bindtap="go">{{a}}-{{list[1].name}}-{{done}}</view>',
      `Page({ data: { a: 1, list: [{ name: 'x' }, { name: 'y' }] },
        go() { this.setData({ a: 2, 'list[1].name': 'z' }, () => this.setData({ done: 'yes' })) } })`,
    )
    expect(page.view.text()).toBe('1-y-')
    await page.tap('go')
    expect(page.view.text()).toBe('2-z-yes')
    expect(page.errors).toEqual([])
  })

  it('sends only what changed in a list', async () => {
    const page = await openPage(
      '<view id="go" bindtap="go"/><view wx:for="{{rows}}" wx:key="id" data-id="{{item.id}}" class="row">{{item.label}}</view>',
      `Page({ data: { rows: Array.from({ length: 100 }, (_, i) => ({ id: i, label: 'r' + i })) },
        go() { const rows = this.data.rows.slice(); rows[3] = { id: 3, label: 'changed' }; this.setData({ rows }) } })`,
    )
    page.view.takeOperationCount()
    await page.tap('go')
    expect(page.view.text()).toContain('changed')
    expect(page.view.takeOperationCount()).toBeLessThan(5)
  })

  it('reports data that refers to itself without ending the program', async () => {
    const page = await openPage(
      '<view id="go" bindtap="go">{{n}}</view><view id="ok" bindtap="ok"/>',
      `Page({ data: { n: 0 }, go() { const o = {}; o.o = o; this.setData({ o }) }, ok() { this.setData({ n: 1 }) } })`,
    )
    await page.tap('go')
    expect(page.errors.join()).toContain('refers to itself')
    await page.tap('ok')
    expect(page.view.text()).toBe('1')
  })
})

describe('components', () => {
  it('passes properties down and events up, with dataset, mark and detail', async () => {
    const page = await openPage(
      '<view mark:m="1"><child id="c" data-k="{{ {v: 1} }}" num="{{n}}" bind:pick="pick"/></view><text>{{got}}</text>',
      `Page({ data: { n: 5 }, pick(e) { this.setData({ got: JSON.stringify([e.type, e.detail, e.currentTarget.dataset, e.mark, e.target.id]) }) } })`,
      {
        'pages/a/a.json': JSON.stringify({ usingComponents: { child: './child' } }),
        'pages/a/child.json': '{"component":true}',
        'pages/a/child.js': `Component({ properties: { num: Number }, methods: { tap() { this.triggerEvent('pick', { num: this.data.num }) } } })`,
        'pages/a/child.wxml': '<view id="inner" bindtap="tap">{{num}}</view>',
      },
    )
    await page.tap('inner')
    expect(page.view.text()).toBe(
      '5' + JSON.stringify(['pick', { num: 5 }, { k: { v: 1 } }, { m: '1' }, 'c']),
    )
  })

  it('hands events to handlers as plain data, whether or not the template uses WXS', async () => {
    for (const wxs of ['', '<wxs module="m">module.exports = {}</wxs>']) {
      const page = await openPage(
        `${wxs}<view id="outer" data-a="1" bindtap="tap"><view id="inner" data-b="2"/></view>`,
        `Page({ tap({ timeStamp, ...rest }) { console.log(JSON.stringify(rest)) } })`,
      )
      await page.tap('inner')
      expect(JSON.parse(page.logs[0]!)).toEqual({
        type: 'tap',
        target: { id: 'inner', offsetLeft: 0, offsetTop: 0, dataset: { b: '2' } },
        currentTarget: { id: 'outer', offsetLeft: 0, offsetTop: 0, dataset: { a: '1' } },
        mark: {},
        detail: { x: 1, y: 1 },
        mut: false,
        touches: [],
        changedTouches: [],
        _userTap: true,
      })
    }
  })

  it('runs observers, slots, behaviors and selectComponent', async () => {
    const page = await openPage(
      '<child id="c" first="A" last="{{last}}"><text slot="end">end</text></child><view id="go" bindtap="go"/>',
      `Page({ data: { last: 'B' }, go() { this.setData({ last: 'C' }); this.selectComponent('#c').hello('!') } })`,
      {
        'pages/a/a.json': JSON.stringify({ usingComponents: { child: './child' } }),
        'pages/a/shared.js': `module.exports = Behavior({ properties: { first: String }, data: { mark: '' }, methods: { hello(text) { this.setData({ mark: text }) } } })`,
        'pages/a/child.json': '{"component":true}',
        'pages/a/child.js': `Component({ behaviors: [require('./shared')], options: { multipleSlots: true }, properties: { last: String },
          observers: { 'first, last'(first, last) { this.setData({ full: first + last }) } } })`,
        'pages/a/child.wxml': '<view>{{full}}{{mark}}<slot name="end"/></view>',
      },
    )
    expect(page.view.text()).toBe('ABend')
    await page.tap('go')
    expect(page.view.text()).toBe('AC!end')
    expect(page.errors).toEqual([])
  })

  it('puts what has a slot’s name into that slot, of components and of built-in ones', async () => {
    const page = await openPage(
      '<child><text slot="after">A</text><text slot="before">B</text><text>C</text></child>',
      'Page({})',
      {
        'pages/a/a.json': JSON.stringify({ usingComponents: { child: './child' } }),
        'pages/a/child.json': '{"component":true}',
        'pages/a/child.js': 'Component({ options: { multipleSlots: true } })',
        'pages/a/child.wxml': `<scroll-view><view slot="refresher">R</view><slot name="before"/>-<slot name="after"/>-<slot/></scroll-view>
          <map><cover-view slot="callout"><cover-view marker-id="1">M</cover-view></cover-view></map>`,
      },
    )
    expect(page.view.text()).toBe('RB-A-CM')
    const placed = (text: string) => page.view.find(({ attributes }) => attributes.slot === text)?.tag
    expect([placed('refresher'), placed('callout'), placed('before')]).toEqual([
      'view',
      'cover-view',
      undefined,
    ])
  })

  it('keeps the page for methods that are taken from it', async () => {
    const page = await openPage(
      '<text>{{n}}</text>',
      `Page({ data: { n: 0 }, add() { this.setData({ n: this.data.n + 1 }) },
        onLoad() { const { add } = this; add(); Promise.resolve().then(this.add) } })`,
    )
    expect(page.view.text()).toBe('2')
    expect(page.errors).toEqual([])
  })

  it('takes every built-in behavior, and numbers of WXS from texts', async () => {
    const page = await openPage(
      `<wxs module="m">module.exports = { more: function (n) { return Number(n) + 1 + Number() } }</wxs><child v="{{m.more('41')}}"/>`,
      `Page({})`,
      {
        'pages/a/a.json': JSON.stringify({ usingComponents: { child: './child' } }),
        'pages/a/child.json': '{"component":true}',
        'pages/a/child.js': `Component({ behaviors: ['wx://form-field', 'wx://form-field-group', 'wx://form-field-button', 'wx://component-export', 'wx://proxy-scroll-view'], properties: { v: Number } })`,
        'pages/a/child.wxml': '{{v}}',
      },
    )
    expect(page.view.text()).toBe('42')
    expect(page.errors).toEqual([])
  })

  it('catches errors of handlers and goes on', async () => {
    const page = await openPage(
      '<view id="bad" bindtap="bad"/><view id="go" bindtap="go">{{n}}</view>',
      `Page({ data: { n: 0 }, bad() { throw new Error('mine') }, go() { this.setData({ n: this.data.n + 1 }) } })`,
    )
    await page.tap('bad')
    await page.tap('go')
    expect(page.errors.join()).toContain('mine')
    expect(page.view.text()).toBe('1')
  })

  it('binds both ways with model:', async () => {
    const page = await openPage(
      '<input id="i" model:value="{{text}}"/><text>{{text}}</text>',
      `Page({ data: { text: 'a' } })`,
    )
    const input = page.view.find((node) => node.idAttribute === 'i')!
    page.send({ type: 'model', seq: 1, node: input.id, name: 'value', value: 'ab' })
    await page.event('i', 'input', { value: 'ab' })
    expect(page.view.text()).toBe('ab')
  })
})
