import { runProgram } from '@sampan/testing'
import { expect, it } from 'vitest'

it('sends the sheets of the app, the page and its components, the ones that use others first', async () => {
  const component = (path: string, usingComponents: Record<string, string>) => ({
    [`${path}.json`]: JSON.stringify({ component: true, usingComponents }),
    [`${path}.js`]: 'Component({})',
    [`${path}.wxml`]: Object.keys(usingComponents)
      .map((tag) => `<${tag} wx:if="{{false}}"/>`)
      .join(''),
    [`${path}.wxss`]: `.${path} { color: red }`,
  })
  const program = await runProgram({
    'app.json': JSON.stringify({ pages: ['pages/a/a'] }),
    'app.js': 'App({})',
    'app.wxss': '.app { color: red }',
    'pages/a/a.json': JSON.stringify({ usingComponents: { icon: '/icon', cell: '/cell', list: '/list' } }),
    'pages/a/a.js': 'Page({})',
    'pages/a/a.wxml': '<icon/><cell/><list/>',
    'pages/a/a.wxss': '.a { color: red }',
    ...component('icon', {}),
    ...component('cell', { icon: '/icon' }),
    ...component('list', { cell: '/cell', list: '/list' }),
  })
  const page = await program.open('pages/a/a')
  const sheets = page.messages.flatMap((message) => (message.type === 'styles' ? message.sheets : []))
  expect(sheets.map(({ key }) => key)).toEqual(['app', 'pages/a/a', 'list', 'cell', 'icon'])
})
