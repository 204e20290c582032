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
        api: plugin.api,
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

it('a plugin whose sources are in the project runs', async () => {
  const program = await runProgram({
    'project.config.json':
      '{ "miniprogramRoot": "program/", "pluginRoot": "plugin/", "compileType": "plugin" }',
    'program/app.json': JSON.stringify({
      pages: ['pages/a/a'],
      plugins: { mine: { version: 'dev', provider: 'wx0000000000000001', export: 'given.js' } },
    }),
    'program/app.js': 'App({})',
    'program/given.js': `exports.owner = 'program'`,
    'program/pages/a/a.json': '{ "usingComponents": { "box": "plugin://mine/box" } }',
    'program/pages/a/a.js': `Page({ data: { said: requirePlugin('mine').greet() } })`,
    'program/pages/a/a.wxml': '<view>{{said}}</view><box/>',
    'plugin/plugin.json': JSON.stringify({
      main: 'index.js',
      publicComponents: { box: 'components/box' },
      pages: { hello: 'pages/hello' },
    }),
    'plugin/index.js': `exports.greet = () => require('/words/hello') + ' of ' + requireMiniProgram().owner`,
    'plugin/words/hello.js': `module.exports = 'guest'`,
    'plugin/components/box.json': '{ "component": true }',
    'plugin/components/box.js': `Component({ data: { word: require('/words/hello') } })`,
    'plugin/components/box.wxml': '<wxs src="../words/loud.wxs" module="loud"/><text>{{loud(word)}}</text>',
    'plugin/words/loud.wxs': `module.exports = function (word) { return word + '!' }`,
    'plugin/pages/hello.js': `Page({ data: { word: require('/words/hello') } })`,
    'plugin/pages/hello.wxml': '<view>page of the {{word}}</view>',
  })
  const page = await program.open('pages/a/a')
  expect(program.diagnostics).toEqual([])
  expect(page.view.text()).toBe('guest of programguest!')
  const own = await program.open('__plugin__/wx0000000000000001/pages/hello')
  expect(own.view.text()).toBe('page of the guest')
  expect(program.errors).toEqual([])
})
