import { expect, it } from 'vitest'
import { buildClean, buildProject, summarise } from './build-project'

const PROJECT = {
  'project.config.json': JSON.stringify({
    appid: 'wx00000000000000a1',
    compileType: 'plugin',
    miniprogramRoot: 'miniprogram/',
    pluginRoot: 'plugin/',
  }),
  'miniprogram/app.json': JSON.stringify({
    pages: ['pages/a/a'],
    plugins: { mine: { version: 'dev', provider: 'wx00000000000000a1' } },
  }),
  'miniprogram/app.js': 'App({})',
  'miniprogram/app.wxss': '.title { color: red }',
  'miniprogram/pages/a/a.js': `requirePlugin('mine')\nPage({})`,
  'miniprogram/pages/a/a.json': '{ "usingComponents": { "box": "plugin://mine/box" } }',
  'miniprogram/pages/a/a.wxml': '<box/>',
  'plugin/plugin.json': JSON.stringify({
    main: './index.js',
    publicComponents: { box: 'components/box/box' },
    pages: { hello: 'pages/hello/hello' },
  }),
  'plugin/index.js': `module.exports = require('/api/greet')`,
  'plugin/api/greet.js': `exports.greet = () => 'hello'`,
  'plugin/components/box/box.json':
    '{ "component": true, "usingComponents": { "inner": "/components/inner/inner" } }',
  'plugin/components/box/box.js': 'Component({})',
  'plugin/components/box/box.wxml': '<import src="/templates/line.wxml"/><inner/><template is="line"/>',
  'plugin/components/box/box.wxss': '@import "/styles/base.wxss"; .own { background: url(/images/a.png) }',
  'plugin/components/inner/inner.json': '{ "component": true }',
  'plugin/components/inner/inner.js': 'Component({})',
  'plugin/components/inner/inner.wxml': '<view/>',
  'plugin/templates/line.wxml': '<template name="line"><text/></template>',
  'plugin/styles/base.wxss': '.base { color: blue }',
  'plugin/images/a.png': 'png',
  'plugin/pages/hello/hello.js': 'Page({})',
  'plugin/pages/hello/hello.wxml': '<view class="title"/>',
}

it('a plugin whose sources are in the project comes along, in a folder that is its root', async () => {
  const { manifest, files } = await buildClean(PROJECT)
  const root = '__plugin__/wx00000000000000a1/'
  expect(manifest.app.plugins).toEqual({
    mine: { root, main: `${root}index.js`, pages: { hello: `${root}pages/hello/hello` } },
  })
  expect(manifest.pageOrder).toEqual(['pages/a/a', `${root}pages/hello/hello`])
  expect(manifest.components['pages/a/a']!.usingComponents).toEqual({ box: `${root}components/box/box` })
  expect(manifest.components[`${root}components/box/box`]!.usingComponents).toEqual({
    inner: `${root}components/inner/inner`,
  })
  expect(files.has(`files/${root}images/a.png`)).toBe(true)
  const styles = JSON.parse(files.get('packages/main/styles.json') as string) as Record<string, string>
  expect(styles[`${root}components/box/box`]).toContain('blue')
  expect(styles[`${root}components/box/box`]).toContain(`${root}images/a.png`)
  expect(files.get('packages/main/service.js')).toContain(`${root}api/greet.js`)
  expect(manifest.components[`${root}pages/hello/hello`]!.styles).toEqual([])
})

it('problems of a plugin are reported where its sources are', async () => {
  const { diagnostics } = await buildProject({
    ...PROJECT,
    'miniprogram/pages/a/a.json': '{ "usingComponents": { "box": "plugin://mine/bin" } }',
    'plugin/components/box/box.wxml': '<view>{{ a + }}</view>',
    'plugin/plugin.json':
      '{ "main": "main.js", "publicComponents": { "box": "components/box/box" }, "pages": { "b": "pages/b" } }',
  })
  expect(summarise(diagnostics)).toEqual([
    'error component-missing miniprogram/pages/a/a.json:1:31',
    'error plugin-file-missing plugin/plugin.json:1:11',
    'error page-missing plugin/plugin.json:1:91',
  ])
})
