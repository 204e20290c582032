import { runProgram } from '@sampan/testing'
import { expect, it } from 'vitest'

it('a virtual host hears events of what is inside, though the frame knows no element of it', async () => {
  const program = await runProgram({
    'app.json': JSON.stringify({ pages: ['pages/a/a'] }),
    'app.js': 'App({})',
    'pages/a/a.json': JSON.stringify({ usingComponents: { 'my-cell': '/cell/cell' } }),
    'pages/a/a.js': `Page({
      data: { log: [] },
      onCell(event) {
        const { type, target, currentTarget } = event
        this.setData({ log: [...this.data.log, type + target.dataset.n + currentTarget.dataset.n] })
      },
    })`,
    'pages/a/a.wxml':
      '<my-cell data-n="7" bind:tap="onCell" capture-bind:longpress="onCell"/><view id="beside">{{log}}</view>',
    'cell/cell.json': '{ "component": true }',
    'cell/cell.js': 'Component({ options: { virtualHost: true } })',
    'cell/cell.wxml': '<view id="inside">cell</view>',
  })
  const page = await program.open('pages/a/a')
  await page.tap('inside')
  await page.event('inside', 'longpress', {}, true)
  await page.tap('beside')
  expect(program.errors).toEqual([])
  expect(page.view.text()).toBe('celltap77,longpress77')
})
