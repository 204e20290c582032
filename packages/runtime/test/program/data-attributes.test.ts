import { runProgram } from '@sampan/testing'
import { expect, it } from 'vitest'

it('elements have the data attributes that style sheets select by, and no others', async () => {
  const program = await runProgram({
    'app.json': '{ "pages": ["pages/a/a"] }',
    'app.js': 'App({})',
    'app.wxss': '[data-ui-theme="dark"] .title, .row[ data-kind] { color: white }',
    'pages/a/a.js': `Page({
      data: { theme: 'light', rows: [{ id: 1, kind: 'a' }] },
      darken() { this.setData({ theme: 'dark' }) },
    })`,
    'pages/a/a.wxml': `<view id="root" data-ui-theme="{{theme}}" data-other="1" bindtap="darken"/>
      <view id="row" wx:for="{{rows}}" wx:key="id" data-kind="{{item.kind}}" data-id="{{item.id}}"/>
      <view id="fixed" data-kind="b"/>`,
  })
  expect(program.manifest.styledDataAttributes).toEqual(['data-kind', 'data-ui-theme'])
  const page = await program.open('pages/a/a')
  const attributes = (id: string) => page.view.find((node) => node.idAttribute === id)?.attributes
  expect(attributes('root')).toEqual({ 'data-ui-theme': 'light' })
  expect(attributes('row')).toEqual({ 'data-kind': 'a' })
  expect(attributes('fixed')).toEqual({ 'data-kind': 'b' })
  await page.tap('root')
  expect(attributes('root')).toEqual({ 'data-ui-theme': 'dark' })
})
