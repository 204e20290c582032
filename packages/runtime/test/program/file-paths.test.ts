import { runProgram } from '@sampan/testing'
import { expect, it } from 'vitest'

it('pictures of a component lie beside its own files, those of a page beside the page', async () => {
  const program = await runProgram({
    'app.json': '{ "pages": ["pages/a/a"] }',
    'app.js': 'App({})',
    'pages/a/a.js': 'Page({})',
    'pages/a/a.json': '{ "usingComponents": { "card": "/components/card/card" } }',
    'pages/a/a.wxml': '<image id="of-page" src="./a.png"/><card/>',
    'components/card/card.json': '{ "component": true }',
    'components/card/card.js': `Component({
      data: { bound: '../shared/b.png', web: 'https://a.example/c.png', root: '/images/d.png' },
    })`,
    'components/card/card.wxml': `<image id="written" src="./images/a.png"/><image id="bound" src="{{bound}}"/>
      <image id="web" src="{{web}}"/><image id="root" src="{{root}}"/><video id="video" poster="p.png" src=""/>`,
    'pages/a/a.png': 'x',
    'components/card/images/a.png': 'x',
    'components/card/p.png': 'x',
  })
  const { view } = await program.open('pages/a/a')
  const read = (id: string, name: string) => view.find((node) => node.idAttribute === id)?.attributes[name]
  expect(read('of-page', 'src')).toBe('./a.png')
  expect(read('written', 'src')).toBe('/components/card/images/a.png')
  expect(read('bound', 'src')).toBe('/components/shared/b.png')
  expect(read('web', 'src')).toBe('https://a.example/c.png')
  expect(read('root', 'src')).toBe('/images/d.png')
  expect([read('video', 'poster'), read('video', 'src')]).toEqual(['/components/card/p.png', ''])
  expect(program.diagnostics).toEqual([])
})
