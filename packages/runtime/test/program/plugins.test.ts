import { runProgram } from '@sampan/testing'
import { expect, it } from 'vitest'

it('a page that requires a plugin that is not there opens; calls to the plugin fail with its name', async () => {
  const program = await runProgram({
    'app.json': JSON.stringify({
      pages: ['pages/a/a'],
      plugins: { shop: { version: '1.0.0', provider: 'wx0000000000000001' } },
    }),
    'app.js': 'App({})',
    'pages/a/a.json': '{ "usingComponents": { "cart": "plugin://shop/cart" } }',
    'pages/a/a.js': `const plugin = requirePlugin('shop')
      const { checkout, Basket } = plugin
      const attempt = (run) => { try { return run() } catch (error) { return error.message } }
      Page({
        data: { tried: [attempt(() => plugin.api.list()), attempt(() => new Basket())], later: [] },
        onLoad() {
          requirePlugin('shop', () => {}, ({ mod, errMsg }) => this.setData({ 'later[0]': mod + ': ' + errMsg }))
          requirePlugin.async('shop').catch((error) => this.setData({ 'later[1]': error.message }))
          checkout()
        },
      })`,
    'pages/a/a.wxml':
      '<view>{{tried[0]}}, {{tried[1]}}, {{later[0]}}, {{later[1]}}</view><cart items="{{tried}}" bind:change="none"/>',
  })
  const page = await program.open('pages/a/a')
  const refusal = 'plugin shop is not available'
  expect(page.view.text()).toBe(`${refusal}, ${refusal}, shop: ${refusal}, ${refusal}`)
  expect(program.logs).toEqual([refusal])
  expect(program.errors).toEqual([expect.stringContaining(`${refusal} (pages/a/a onLoad)`)])
  expect(program.diagnostics).toEqual([expect.stringContaining('component-plugin')])
})
